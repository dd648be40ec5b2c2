package org.bluescript.language.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bluescript.language.check.SessionChecker;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.Words;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Elements;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.text.FloatText;
import org.bluescript.language.typed.Field;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/**
 * A value as a session shows it: strings in quotes, arrays and objects with what is in them, as far as that is not too much. What
 * an object contains itself is marked and not entered again.
 */
final class ValueText {
    private static final int DEPTH = 4;
    private static final int MOST_ELEMENTS = 24;
    private static final int MOST_CHARACTERS = 400;
    private static final Kind[] KINDS = Kind.values();
    private static final Element[] ELEMENTS = Element.values();

    private final HostMachine machine;
    private final ProgramLayout layout;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Integer> outer = new ArrayDeque<>();

    private ValueText(HostMachine machine, ProgramLayout layout) {
        this.machine = machine;
        this.layout = layout;
    }

    /** Of the variable of this type at an address. */
    static String of(HostMachine machine, ProgramLayout layout, Type type, int address) {
        ValueText result = new ValueText(machine, layout);
        result.appendAt(type, address);
        return result.text.toString();
    }

    private void appendAt(Type type, int address) {
        switch (type.representation()) {
            case INTEGER -> text.append(machine.word(address));
            case FLOAT -> text.append(FloatText.of(Float.intBitsToFloat(machine.word(address))));
            case BOOLEAN -> text.append(machine.memory().byteAt(address) != 0);
            case REFERENCE -> appendObject(machine.word(address));
            case WORD -> appendWord(machine.word(address));
            case NOTHING -> text.append("undefined");
        }
    }

    private void appendWord(int word) {
        Words words = machine.words();
        switch (words.what(word)) {
            case INTEGER -> text.append(words.integer(word));
            case FLOAT -> text.append(FloatText.of(words.number(word)));
            case BOOLEAN -> text.append(word == Word.TRUE);
            case NULL -> text.append("undefined");
            case STRING, ARRAY, FUNCTION, OBJECT -> appendObject(word - Word.TAG_POINTER);
        }
    }

    private void appendObject(int object) {
        if (object == 0) {
            text.append("undefined");
            return;
        }
        int record = machine.word(object);
        switch (KINDS[machine.word(record) & 0xff]) {
            case STRING -> appendString(object);
            case CLOSURE, LARGE_CLOSURE -> text.append("[function ").append(name(record)).append(']');
            case ARRAY, VECTOR -> inside(object, "[…]", () -> appendElements(object, record));
            case OBJECT, LARGE -> {
                Optional<ClassLayout> c = classOf(record);
                String name = name(record);
                boolean isShape = c.filter(l -> l.type().isShape()).isPresent();
                if (c.isPresent() && isCollection(c.get())) {
                    text.append(c.get().type().name()).append(' ');
                    inside(object, "{…}", () -> appendEntries(object, c.get()));
                } else if (c.isEmpty()) {
                    text.append('[').append(name).append(']');
                } else {
                    text.append(isShape ? "" : name + " ");
                    inside(object, "{…}", () -> appendFields(object, c.get()));
                }
            }
        }
    }

    /** Appends what is in an object, unless that is being done already or leads too far. */
    private void inside(int object, String instead, Runnable content) {
        if (outer.contains(object)) {
            text.append("<itself>");
        } else if (outer.size() >= DEPTH || text.length() > MOST_CHARACTERS) {
            text.append(instead);
        } else {
            outer.push(object);
            content.run();
            outer.pop();
        }
    }

    private void appendElements(int array, int record) {
        Element element = ELEMENTS[machine.word(record) >>> 8 & 0xff];
        int length = machine.word(array + ObjectLayout.LENGTH_OFFSET);
        int elements = KINDS[machine.word(record) & 0xff] == Kind.VECTOR
                ? machine.word(array + ObjectLayout.VECTOR_ELEMENTS_OFFSET)
                : array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        text.append('[');
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : ", ");
            if (i == MOST_ELEMENTS || text.length() > MOST_CHARACTERS) {
                text.append("… ").append(length - i).append(" more");
                break;
            }
            appendElement(element, elements + i * element.size());
        }
        text.append(']');
    }

    private void appendElement(Element element, int address) {
        switch (element) {
            case INTEGER, UINT8, INT8, INT16, UINT16, INT32 ->
                text.append(Elements.bits(machine.memory(), element, address));
            case FLOAT, FLOAT32 -> text.append(FloatText.of(Float.intBitsToFloat(machine.word(address))));
            case BOOLEAN -> text.append(machine.memory().byteAt(address) != 0);
            case REFERENCE -> appendObject(machine.word(address));
            case TAGGED -> appendWord(machine.word(address));
            case NONE -> throw new IllegalStateException("array of " + element);
        }
    }

    private void appendFields(int object, ClassLayout layoutOfClass) {
        text.append('{');
        String separator = " ";
        for (var entry : layoutOfClass.offsets().entrySet()) {
            Field field = entry.getKey();
            if (field.name().startsWith("(")) {
                continue;
            }
            text.append(separator).append(field.name()).append(": ");
            separator = ", ";
            if (text.length() > MOST_CHARACTERS) {
                text.append('…');
                break;
            }
            appendAt(field.type(), object + entry.getValue());
        }
        text.append(separator.equals(" ") ? "}" : " }");
    }

    private Optional<ClassLayout> classOf(int record) {
        return layout.typeOf(Address.of(record))
                .filter(ClassType.class::isInstance)
                .map(t -> layout.classes().of((ClassType) t));
    }

    private static boolean isCollection(ClassLayout c) {
        return SessionChecker.isMap(c.type()) || SessionChecker.isSet(c.type());
    }

    /** The entries of a map or set of the library, which keeps them in arrays, the removed ones too. */
    private void appendEntries(int collection, ClassLayout ofCollection) {
        boolean isMap = SessionChecker.isMap(ofCollection.type());
        int object = isMap ? collection : word(collection, ofCollection, "entries");
        ClassLayout c = isMap ? ofCollection : classOf(machine.word(object)).orElseThrow();
        int keys = word(object, c, "entryKeys");
        int alive = word(object, c, "alive");
        int values = word(object, c, "entryValues");
        int length = machine.word(keys + ObjectLayout.LENGTH_OFFSET);
        String separator = "{ ";
        for (int i = 0; i < length; i++) {
            if (machine.memory().byteAt(machine.word(alive + ObjectLayout.VECTOR_ELEMENTS_OFFSET) + i) != 0) {
                text.append(separator);
                separator = ", ";
                if (i >= MOST_ELEMENTS || text.length() > MOST_CHARACTERS) {
                    text.append('…');
                    break;
                }
                appendElementOf(keys, i);
                if (isMap) {
                    text.append(" => ");
                    appendElementOf(values, i);
                }
            }
        }
        text.append(separator.equals(", ") ? " }" : "{}");
    }

    private int word(int object, ClassLayout c, String field) {
        return c.offsets().entrySet().stream()
                .filter(e -> e.getKey().name().equals(field))
                .map(e -> machine.word(object + e.getValue()))
                .findFirst()
                .orElseThrow();
    }

    private void appendElementOf(int vector, int index) {
        Element element = ELEMENTS[machine.word(machine.word(vector)) >>> 8 & 0xff];
        appendElement(element, machine.word(vector + ObjectLayout.VECTOR_ELEMENTS_OFFSET) + index * element.size());
    }

    private void appendString(int string) {
        String value = machine.strings().text(string);
        boolean isLong = value.length() > MOST_CHARACTERS;
        text.append('"');
        value.codePoints().limit(MOST_CHARACTERS).forEach(c -> {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        text.append("\\u{%x}".formatted(c));
                    } else {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
        text.append('"');
        if (isLong) {
            text.append("… ").append(value.length() - MOST_CHARACTERS).append(" more");
        }
    }

    private String name(int record) {
        return machine.strings().text(machine.word(record + ObjectLayout.CLASS_NAME_OFFSET));
    }
}
