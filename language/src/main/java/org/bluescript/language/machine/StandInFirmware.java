package org.bluescript.language.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.ReadOnlyMemory;

/**
 * What a program needs of a firmware's flash when there is no device: the class records of the built-in kinds and a few
 * strings, under the symbols that the real firmware has for them ({@code classes.c}). The addresses are not the real ones.
 */
public final class StandInFirmware {
    private static final Address FLASH = Address.of(0x08000000);
    private static final int SIZE = 2048;
    private static final String STRING_CLASS = "bs_class_string";

    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Address> symbols = new LinkedHashMap<>();

    public StandInFirmware() {
        symbols.put(STRING_CLASS, FLASH);
        bytes.position(ObjectLayout.occupied(ObjectLayout.CLASS_METHODS_OFFSET));
        int name = string("string");
        record(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(0), Kind.STRING, Element.NONE, 0, 0, name);
        define("bs_string_empty", string(""));
        define("bs_string_true", string("true"));
        define("bs_string_false", string("false"));
        for (Element element : Element.values()) {
            if (element != Element.NONE) {
                arrays(element);
            }
        }
        int cell = string("variable");
        classRecord("bs_class_cell_reference", Kind.OBJECT, Element.NONE, ObjectLayout.CELL_SIZE, 1, cell);
        classRecord("bs_class_cell_plain", Kind.OBJECT, Element.NONE, ObjectLayout.CELL_SIZE, 0, cell);
        taggedCellClass(cell);
        classRecord("bs_class_box_integer", Kind.OBJECT, Element.NONE, ObjectLayout.BOX_SIZE, 0, string("integer"));
        classRecord("bs_class_box_float", Kind.OBJECT, Element.NONE, ObjectLayout.BOX_SIZE, 0, string("float"));
    }

    /** The addresses of the records and strings. */
    public Map<String, Address> symbols() {
        return Collections.unmodifiableMap(symbols);
    }

    public ReadOnlyMemory flash() {
        return new ReadOnlyMemory(FLASH, Arrays.copyOf(bytes.array(), ObjectLayout.occupied(bytes.position())));
    }

    private void arrays(Element element) {
        String suffix = element.name().toLowerCase(Locale.ROOT);
        int name = string(nameOfArraysOf(element));
        classRecord("bs_class_array_" + suffix, Kind.ARRAY, element, 0, 0, name);
        if (element != Element.UINT8) {
            classRecord("bs_class_vector_" + suffix, Kind.VECTOR, element, ObjectLayout.VECTOR_SIZE, 0, name);
        }
    }

    private void taggedCellClass(int name) {
        align();
        define("bs_class_cell_tagged", address());
        bytes.put((byte) Kind.OBJECT.ordinal()).put((byte) 0).putShort((short) ObjectLayout.CELL_SIZE).putInt(0);
        bytes.putInt(0).putInt(1).putInt(name);
    }

    private static String nameOfArraysOf(Element element) {
        return switch (element) {
            case UINT8 -> "Uint8Array";
            case REFERENCE -> "Array";
            case TAGGED -> "any[]";
            default -> element.name().toLowerCase(Locale.ROOT) + "[]";
        };
    }

    private void classRecord(String symbol, Kind kind, Element element, int size, int references, int name) {
        align();
        define(symbol, address());
        record(bytes, kind, element, size, references, name);
    }

    private static void record(ByteBuffer at, Kind kind, Element element, int size, int references, int name) {
        at.put((byte) kind.ordinal()).put((byte) element.ordinal()).putShort((short) size).putInt(0);
        at.putInt(references).putInt(0).putInt(name);
    }

    /** Lays out a string and returns its address. */
    private int string(String text) {
        align();
        int address = address();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(symbols.get(STRING_CLASS).bits()).putInt(utf8.length).put(utf8).put((byte) 0);
        return address;
    }

    private void define(String symbol, int address) {
        symbols.put(symbol, Address.of(address));
    }

    private void align() {
        bytes.position(ObjectLayout.occupied(bytes.position()));
    }

    private int address() {
        return FLASH.plus(bytes.position()).bits();
    }
}
