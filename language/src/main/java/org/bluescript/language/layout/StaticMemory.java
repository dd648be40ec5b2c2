package org.bluescript.language.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;

/**
 * Lays out objects that exist before a program runs, one behind the other from an address on: strings, arrays, closures,
 * class records, tables. Everything starts at a multiple of 8 and has a symbol. Equal strings are one object.
 */
final class StaticMemory {
    private final Room room;
    private final Map<String, Address> firmware;
    private final Map<String, Address> symbols;
    private final Map<String, String> strings;
    private final Set<String> lasting;
    private final List<CodeSlot> codeSlots = new ArrayList<>();
    private final LoggedValue<Integer> stringCount;
    private boolean closed;

    /** {@code firmware} has the addresses of the built-in class records. */
    StaticMemory(Room room, Map<String, Address> firmware, ChangeLog log) {
        this.room = room;
        this.firmware = firmware;
        this.symbols = log.map();
        this.strings = log.map();
        this.lasting = log.set();
        this.stringCount = log.value(0);
    }

    Map<String, Address> symbols() {
        return symbols;
    }

    List<CodeSlot> codeSlots() {
        return codeSlots;
    }

    Address firmware(String symbol) {
        Address address = firmware.get(symbol);
        if (address == null) {
            throw new IllegalStateException("the firmware has no symbol " + symbol);
        }
        return address;
    }

    /** Nothing can be added any more. */
    void close() {
        closed = true;
    }

    /** Zero bytes under a symbol. */
    Address reserve(String symbol, int length) {
        return define(symbol, room.reserve(length));
    }

    /** Zero bytes for a small object under a symbol; its header must be written next. */
    Address object(String symbol, int length) {
        return define(symbol, room.object(length));
    }

    private Address define(String symbol, Address address) {
        if (closed) {
            throw new IllegalStateException("not laid out in time: " + symbol);
        }
        symbols.put(symbol, address);
        return address;
    }

    /** Forgets a symbol and what lies under it. */
    void release(String symbol) {
        Address address = symbols.remove(symbol);
        if (address != null) {
            room.release(address);
        }
    }

    /** Forgets the string object with this text, unless static data hold it. */
    void releaseString(String text) {
        if (!lasting.contains(text)) {
            Optional.ofNullable(strings.remove(text)).ifPresent(this::release);
        }
    }

    /** The texts of all string objects. */
    Set<String> texts() {
        return strings.keySet();
    }

    void word(Address at, int value) {
        half(at, value);
        half(at.plus(2), value >>> 16);
    }

    void half(Address at, int value) {
        octet(at, value);
        octet(at.plus(1), value >>> 8);
    }

    void octet(Address at, int value) {
        room.octet(at, value);
    }

    void codeSlot(Address at, String symbol) {
        codeSlots.add(new CodeSlot(at, symbol));
    }

    boolean hasString(String text) {
        return strings.containsKey(text);
    }

    /** The symbol of the string object with this text, which is laid out if it has not been yet. */
    String string(String text) {
        String known = strings.get(text);
        if (known != null) {
            return known;
        }
        String symbol = "bs_literal_" + stringCount.get();
        stringCount.set(stringCount.get() + 1);
        Address object = room.string(text.getBytes(StandardCharsets.UTF_8), firmware("bs_class_string"));
        strings.put(text, symbol);
        define(symbol, object);
        return symbol;
    }

    /** For static data that hold it: it stays. */
    Address stringAddress(String text) {
        lasting.add(text);
        return symbols.get(string(text));
    }

    /** An inline array whose elements are given by their bit patterns. */
    Address array(String symbol, Address classRecord, Element element, int[] elements) {
        Address object = reserve(symbol, ObjectLayout.ARRAY_ELEMENTS_OFFSET + elements.length * element.size());
        word(object, classRecord.bits());
        word(object.plus(ObjectLayout.LENGTH_OFFSET), elements.length);
        Address at = object.plus(ObjectLayout.ARRAY_ELEMENTS_OFFSET);
        for (int value : elements) {
            if (element.size() == 1) {
                octet(at, value);
            } else {
                word(at, value);
            }
            at = at.plus(element.size());
        }
        return object;
    }

    /**
     * A class record.
     *
     * @param references bitmap words; more than one makes the class {@link Kind#LARGE}, or {@link Kind#LARGE_CLOSURE}
     * @param tagged as many bitmap words
     * @param methods the code symbols of the method table
     */
    Address classRecord(
            String symbol,
            Kind kind,
            String name,
            int instanceSize,
            int id,
            int lastId,
            List<Integer> references,
            List<Integer> tagged,
            List<String> methods) {
        stringAddress(name);
        Address record = reserve(symbol, ObjectLayout.CLASS_METHODS_OFFSET + 4 * methods.size());
        writeClassRecord(record, symbol, kind, name, instanceSize, id, lastId, references, tagged, methods);
        return record;
    }

    /** Writes a class record where there is room for it. */
    void writeClassRecord(
            Address record,
            String symbol,
            Kind kind,
            String name,
            int instanceSize,
            int id,
            int lastId,
            List<Integer> references,
            List<Integer> tagged,
            List<String> methods) {
        Address nameObject = stringAddress(name);
        boolean large = references.size() > 1;
        octet(record.plus(ObjectLayout.CLASS_KIND_OFFSET), (!large ? kind : kind.isClosure() ? Kind.LARGE_CLOSURE : Kind.LARGE).ordinal());
        half(record.plus(ObjectLayout.CLASS_SIZE_OFFSET), instanceSize);
        half(record.plus(ObjectLayout.CLASS_ID_OFFSET), id);
        half(record.plus(ObjectLayout.CLASS_LAST_ID_OFFSET), lastId);
        word(record.plus(ObjectLayout.CLASS_NAME_OFFSET), nameObject.bits());
        for (int i = 0; i < methods.size(); i++) {
            codeSlot(record.plus(ObjectLayout.CLASS_METHODS_OFFSET + 4 * i), methods.get(i));
        }
        if (large) {
            word(record.plus(ObjectLayout.CLASS_REFERENCES_OFFSET), bitmap(symbol + "_references", references).bits());
            word(record.plus(ObjectLayout.CLASS_TAGGED_OFFSET), bitmap(symbol + "_tagged", tagged).bits());
        } else {
            word(record.plus(ObjectLayout.CLASS_REFERENCES_OFFSET), references.get(0));
            word(record.plus(ObjectLayout.CLASS_TAGGED_OFFSET), tagged.get(0));
        }
    }

    /** The class record of arrays of references; {@link #arrayElementTests} completes it. */
    void arrayClassRecord(String symbol, String name, Element element, boolean growable) {
        Address nameObject = stringAddress(name);
        Address record = reserve(symbol, ObjectLayout.CLASS_METHODS_OFFSET);
        octet(record.plus(ObjectLayout.CLASS_KIND_OFFSET), (growable ? Kind.VECTOR : Kind.ARRAY).ordinal());
        octet(record.plus(ObjectLayout.CLASS_ELEMENT_OFFSET), element.ordinal());
        half(record.plus(ObjectLayout.CLASS_SIZE_OFFSET), growable ? ObjectLayout.VECTOR_SIZE : 0);
        word(record.plus(ObjectLayout.CLASS_NAME_OFFSET), nameObject.bits());
    }

    void arrayElementTests(Address record, Address tests) {
        word(record.plus(ObjectLayout.CLASS_REFERENCES_OFFSET), tests.bits());
    }

    private Address bitmap(String symbol, List<Integer> words) {
        Address at = reserve(symbol, 4 * words.size());
        for (int i = 0; i < words.size(); i++) {
            word(at.plus(4 * i), words.get(i));
        }
        return at;
    }
}
