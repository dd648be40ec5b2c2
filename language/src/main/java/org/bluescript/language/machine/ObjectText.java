package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.Elements;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.text.FloatText;

/** How objects look as text, as the device's {@code text.c} has it. */
public final class ObjectText {
    private static final Kind[] KINDS = Kind.values();
    private static final Element[] ELEMENTS = Element.values();

    private final HostMachine machine;

    ObjectText(HostMachine machine) {
        this.machine = machine;
    }

    /** Appends the text of a value of type {@code any}. */
    @TruffleBoundary
    public void appendWord(ByteArrayOutputStream to, int word) {
        if (word == Word.NULL) {
            append(to, "undefined");
        } else {
            appendWord(to, word, new ArrayDeque<>());
        }
    }

    /** Appends the text of an object, or {@code undefined} for null. */
    @TruffleBoundary
    public void append(ByteArrayOutputStream to, int object) {
        if (object == 0) {
            append(to, "undefined");
        } else {
            append(to, object, new ArrayDeque<>());
        }
    }

    /** A string of the object's text; a string is itself. */
    @TruffleBoundary
    public int toString(int object, Node place) {
        if (object != 0 && kind(machine.word(object)) == Kind.STRING) {
            return object;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            append(text, object);
        } catch (OutOfMemoryError e) { // a graph of arrays that is joined again and again
            throw ProgramFailure.of(RunTimeErrorKind.MEMORY, place);
        }
        return machine.newString(text.toByteArray(), place);
    }

    /** {@code outer} are the arrays being joined: what is already among them is not entered again. */
    private void append(ByteArrayOutputStream to, int object, Deque<Integer> outer) {
        int record = machine.word(object);
        switch (kind(record)) {
            case STRING -> appendString(to, object);
            case ARRAY, VECTOR -> join(to, object, record, outer);
            case CLOSURE, LARGE_CLOSURE -> appendNamed(to, "[function ", record);
            case OBJECT, LARGE -> {
                boolean isError = (machine.word(record) >>> 8 & 0xff) == ObjectLayout.ERROR_CLASS;
                if (isError) {
                    appendError(to, object);
                } else {
                    appendNamed(to, "[object ", record);
                }
            }
        }
    }

    /** Name and message, as far as they say anything. */
    private void appendError(ByteArrayOutputStream to, int error) {
        int name = machine.word(error + ObjectLayout.ERROR_NAME_OFFSET);
        int message = machine.word(error + ObjectLayout.ERROR_MESSAGE_OFFSET);
        boolean hasMessage = machine.word(message + ObjectLayout.LENGTH_OFFSET) != 0;
        appendString(to, name);
        if (hasMessage && machine.word(name + ObjectLayout.LENGTH_OFFSET) != 0) {
            append(to, ": ");
        }
        appendString(to, message);
    }

    private void join(ByteArrayOutputStream to, int array, int record, Deque<Integer> outer) {
        if (outer.contains(array)) {
            return;
        }
        outer.push(array);
        Element element = ELEMENTS[machine.word(record) >>> 8 & 0xff];
        int elements = kind(record) == Kind.VECTOR
                ? machine.word(array + ObjectLayout.VECTOR_ELEMENTS_OFFSET)
                : array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        int length = machine.word(array + ObjectLayout.LENGTH_OFFSET);
        for (int i = 0; i < length; i++) {
            if (i != 0) {
                to.write(',');
            }
            appendElement(to, element, elements + i * element.size(), outer);
        }
        outer.pop();
    }

    private void appendElement(ByteArrayOutputStream to, Element element, int address, Deque<Integer> outer) {
        switch (element) {
            case INTEGER, UINT8, INT8, INT16, UINT16, INT32 ->
                append(to, Integer.toString(Elements.bits(machine.memory(), element, address)));
            case FLOAT, FLOAT32 -> append(to, FloatText.of(Float.intBitsToFloat(machine.word(address))));
            case BOOLEAN -> append(to, Boolean.toString(machine.memory().byteAt(address) != 0));
            case REFERENCE -> {
                int object = machine.word(address);
                if (object != 0) {
                    append(to, object, outer);
                }
            }
            case TAGGED -> appendWord(to, machine.word(address), outer);
            case NONE -> throw new IllegalStateException("array of " + element);
        }
    }

    private void appendWord(ByteArrayOutputStream to, int word, Deque<Integer> outer) {
        Words words = machine.words();
        switch (words.what(word)) {
            case INTEGER -> append(to, Integer.toString(words.integer(word)));
            case FLOAT -> append(to, FloatText.of(words.number(word)));
            case BOOLEAN -> append(to, Boolean.toString(word == Word.TRUE));
            case NULL -> { }
            case STRING, ARRAY, FUNCTION, OBJECT -> append(to, word - Word.TAG_POINTER, outer);
        }
    }

    private void appendNamed(ByteArrayOutputStream to, String what, int record) {
        append(to, what);
        appendString(to, machine.word(record + ObjectLayout.CLASS_NAME_OFFSET));
        to.write(']');
    }

    private void appendString(ByteArrayOutputStream to, int string) {
        int length = machine.word(string + ObjectLayout.LENGTH_OFFSET);
        to.writeBytes(machine.bytes(string + ObjectLayout.STRING_BYTES_OFFSET, length));
    }

    private static void append(ByteArrayOutputStream to, String text) {
        to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Kind kind(int record) {
        return KINDS[machine.word(record) & 0xff];
    }
}
