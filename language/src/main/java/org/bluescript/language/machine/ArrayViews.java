package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.Words.What;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.Elements;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Word;

/**
 * Arrays of every kind, seen as arrays of words, and elements of words that may hold an array or a string; the twin of the
 * device's {@code any_view.c} and {@code any_element.c}.
 */
public final class ArrayViews {
    private static final Element[] ELEMENTS = Element.values();

    private final HostMachine machine;
    private final Words words;

    ArrayViews(HostMachine machine, Words words) {
        this.machine = machine;
        this.words = words;
    }

    @TruffleBoundary
    public int element(int array, int index, Node place) {
        checkIndex(array, index, place);
        return wordOf(array, index, place);
    }

    @TruffleBoundary
    public void setElement(int array, int index, int value, Node place) {
        checkIndex(array, index, place);
        store(array, index, bitsOf(value, record(array), place));
    }

    /** The array and the value are roots. */
    @TruffleBoundary
    public int push(int array, int value, Node place) {
        checkGrowable(array, place);
        int bits = bitsOf(value, record(array), place);
        int length = length(array, place);
        machine.growVector(array, place);
        store(array, length, bits);
        memory().word(array + ObjectLayout.LENGTH_OFFSET, length + 1);
        return length + 1;
    }

    /** The array and the value are roots. */
    @TruffleBoundary
    public int unshift(int array, int value, Node place) {
        checkGrowable(array, place);
        int bits = bitsOf(value, record(array), place);
        machine.unshiftVector(array, place);
        store(array, 0, bits);
        return length(array, place);
    }

    /** The array is a root. */
    @TruffleBoundary
    public int pop(int array, Node place) {
        checkGrowable(array, place);
        int last = checkedLength(array, place) - 1;
        int word = wordOf(array, last, place);
        memory().word(array + ObjectLayout.LENGTH_OFFSET, last);
        store(array, last, 0);
        return word;
    }

    /** The array is a root. */
    @TruffleBoundary
    public int shift(int array, Node place) {
        checkGrowable(array, place);
        checkedLength(array, place);
        int word = wordOf(array, 0, place);
        machine.shiftVector(array);
        return word;
    }

    /** A copy whose class record, one of arrays of words, is given. The array is a root. */
    @TruffleBoundary
    public int copy(int array, int record, Node place) {
        int length = length(array, place);
        int copy = machine.newArray(record, length, place);
        int base = machine.roots().push(1);
        machine.roots().set(base, copy);
        try {
            for (int i = 0; i < length; i++) {
                store(copy, i, wordOf(array, i, place));
            }
        } finally {
            machine.roots().pop(base);
        }
        return copy;
    }

    /** Of an array or a string. */
    @TruffleBoundary
    public int lengthOf(int word, Node place) {
        checkSequence(word, "% has no length", place);
        return words.ofInteger(machine.word(word - Word.TAG_POINTER + ObjectLayout.LENGTH_OFFSET), place);
    }

    @TruffleBoundary
    public int elementOf(int word, int index, Node place) {
        checkSequence(word, "% has no elements", place);
        int at = words.toInteger(index, place);
        return isString(word)
                ? machine.strings().at(word - Word.TAG_POINTER, at, place) + Word.TAG_POINTER
                : element(word - Word.TAG_POINTER, at, place);
    }

    @TruffleBoundary
    public void setElementOf(int word, int index, int value, Node place) {
        checkSequence(word, "% has no elements", place);
        if (isString(word)) {
            throw words.problem("the elements of % cannot be assigned", word, place);
        }
        setElement(word - Word.TAG_POINTER, words.toInteger(index, place), value, place);
    }

    /** What a for…of that has come to the index gets. */
    @TruffleBoundary
    public int itemOf(int word, int index, Node place) {
        checkSequence(word, "% has no elements", place);
        return isString(word)
                ? machine.strings().character(word - Word.TAG_POINTER, index, place) + Word.TAG_POINTER
                : element(word - Word.TAG_POINTER, index, place);
    }

    @TruffleBoundary
    public int stepOf(int word, int item) {
        return isString(word) ? machine.word(item - Word.TAG_POINTER + ObjectLayout.LENGTH_OFFSET) : 1;
    }

    private void checkSequence(int word, String problem, Node place) {
        What what = words.what(word);
        if (what == What.NULL) {
            throw ProgramFailure.of(RunTimeErrorKind.NULL, place);
        }
        if (what != What.STRING && what != What.ARRAY) {
            throw words.problem(problem, word, place);
        }
    }

    private boolean isString(int word) {
        return words.what(word) == What.STRING;
    }

    private void checkIndex(int array, int index, Node place) {
        if (Integer.compareUnsigned(index, length(array, place)) >= 0) {
            throw ProgramFailure.of(RunTimeErrorKind.INDEX, place);
        }
    }

    private int length(int array, Node place) {
        if (array == 0) {
            throw ProgramFailure.of(RunTimeErrorKind.NULL, place);
        }
        return machine.word(array + ObjectLayout.LENGTH_OFFSET);
    }

    private int checkedLength(int array, Node place) {
        int length = length(array, place);
        if (length == 0) {
            throw ProgramFailure.of(RunTimeErrorKind.EMPTY, place);
        }
        return length;
    }

    private void checkGrowable(int array, Node place) {
        length(array, place);
        if (words.kind(record(array)) != Kind.VECTOR) {
            throw words.problem("% cannot grow", array + Word.TAG_POINTER, place);
        }
    }

    private int wordOf(int array, int index, Node place) {
        int address = address(array, index);
        return switch (elementOf(record(array))) {
            case INTEGER, UINT8, INT8, INT16, UINT16, INT32 ->
                words.ofInteger(Elements.bits(memory(), elementOf(record(array)), address), place);
            case FLOAT, FLOAT32 -> words.ofFloat(Float.intBitsToFloat(machine.word(address)), place);
            case BOOLEAN -> Word.ofBoolean(memory().byteAt(address) != 0);
            case REFERENCE -> machine.word(address) + Word.TAG_POINTER;
            case TAGGED -> machine.word(address);
            case NONE -> throw new IllegalStateException("not an array");
        };
    }

    /** The value as it lies in an array of this class, whose elements it must fit. */
    private int bitsOf(int value, int record, Node place) {
        return switch (elementOf(record)) {
            case INTEGER, UINT8, INT8, INT16, UINT16, INT32 -> words.toInteger(value, place);
            case FLOAT, FLOAT32 -> Float.floatToRawIntBits(words.toFloat(value, place));
            case BOOLEAN -> words.toBoolean(value, place) ? 1 : 0;
            case REFERENCE ->
                words.toReference(value, machine.word(record + ObjectLayout.CLASS_REFERENCES_OFFSET), place);
            case TAGGED -> {
                int tests = machine.word(record + ObjectLayout.CLASS_REFERENCES_OFFSET);
                yield tests == 0 ? value : words.require(value, tests, place);
            }
            case NONE -> throw new IllegalStateException("not an array");
        };
    }

    private void store(int array, int index, int bits) {
        int address = address(array, index);
        Elements.store(memory(), elementOf(record(array)), address, bits);
    }

    private int address(int array, int index) {
        int record = record(array);
        int elements = words.kind(record) == Kind.VECTOR
                ? machine.word(array + ObjectLayout.VECTOR_ELEMENTS_OFFSET)
                : array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        return elements + index * elementOf(record).size();
    }

    private int record(int array) {
        return machine.word(array);
    }

    private Element elementOf(int record) {
        return ELEMENTS[machine.word(record) >>> 8 & 0xff];
    }

    private DataMemory memory() {
        return machine.memory();
    }
}
