package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.text.NumberReader;

/**
 * What the device's {@code string.c} does: operations on strings, given and returned as addresses. None needs its arguments
 * to be roots.
 */
public final class Strings {
    private final HostMachine machine;

    Strings(HostMachine machine) {
        this.machine = machine;
    }

    /** In bytes; raises an error for null. */
    @TruffleBoundary
    public int length(int string, Node place) {
        return machine.word(checked(string, place) + ObjectLayout.LENGTH_OFFSET);
    }

    @TruffleBoundary
    public byte[] bytes(int string, Node place) {
        return machine.bytes(string + ObjectLayout.STRING_BYTES_OFFSET, length(string, place));
    }

    @TruffleBoundary
    public int of(String text, Node place) {
        return machine.newString(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /** The string with this truth in flash. */
    @TruffleBoundary
    public int of(boolean truth) {
        return machine.firmware().get(truth ? "bs_string_true" : "bs_string_false").bits();
    }

    /** With the bytes of a byte array, which lie where those of a string do. */
    @TruffleBoundary
    public int ofBytes(int array, Node place) {
        return machine.newString(bytes(array, place), place);
    }

    /** As text of the host. */
    @TruffleBoundary
    public String text(int string) {
        int length = machine.word(string + ObjectLayout.LENGTH_OFFSET);
        return new String(machine.bytes(string + ObjectLayout.STRING_BYTES_OFFSET, length), StandardCharsets.UTF_8);
    }

    @TruffleBoundary
    public int concat(int a, int b, Node place) {
        byte[] first = bytes(a, place);
        byte[] second = bytes(b, place);
        if (first.length == 0) {
            return b;
        }
        if (second.length == 0) {
            return a;
        }
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return machine.newString(joined, place);
    }

    /** Either may be null. */
    @TruffleBoundary
    public boolean equal(int a, int b, Node place) {
        return a == b || a != 0 && b != 0 && Arrays.equals(bytes(a, place), bytes(b, place));
    }

    /** By bytes: less than, equal to or greater than 0. */
    @TruffleBoundary
    public int compare(int a, int b, Node place) {
        return Arrays.compareUnsigned(bytes(a, place), bytes(b, place));
    }

    /** The byte at an index as a string. */
    @TruffleBoundary
    public int at(int string, int index, Node place) {
        byte[] bytes = bytes(string, place);
        checkIndex(index, bytes.length, place);
        return machine.newString(new byte[] {bytes[index]}, place);
    }

    /** The UTF-8 sequence at an index. */
    @TruffleBoundary
    public int character(int string, int index, Node place) {
        byte[] bytes = bytes(string, place);
        checkIndex(index, bytes.length, place);
        int end = index + Utf8.sequenceLength(bytes, index);
        return machine.newString(Arrays.copyOfRange(bytes, index, end), place);
    }

    @TruffleBoundary
    public int codeAt(int string, int index, Node place) {
        checkIndex(index, length(string, place), place);
        int at = string + ObjectLayout.STRING_BYTES_OFFSET + index;
        return machine.word(at & -4) >>> 8 * (at & 3) & 0xff;
    }

    @TruffleBoundary
    public int substring(int string, int from, int to, Node place) {
        byte[] bytes = bytes(string, place);
        int start = Math.clamp(Math.min(from, to), 0, bytes.length);
        int end = Math.clamp(Math.max(from, to), 0, bytes.length);
        return end - start == bytes.length ? string : machine.newString(Arrays.copyOfRange(bytes, start, end), place);
    }

    @TruffleBoundary
    public boolean startsWith(int string, int prefix, Node place) {
        byte[] bytes = bytes(string, place);
        byte[] begin = bytes(prefix, place);
        return begin.length <= bytes.length && Arrays.equals(bytes, 0, begin.length, begin, 0, begin.length);
    }

    @TruffleBoundary
    public boolean endsWith(int string, int suffix, Node place) {
        byte[] bytes = bytes(string, place);
        byte[] end = bytes(suffix, place);
        return end.length <= bytes.length
                && Arrays.equals(bytes, bytes.length - end.length, bytes.length, end, 0, end.length);
    }

    @TruffleBoundary
    public int toInteger(int string, Node place) {
        return NumberReader.integer(bytes(string, place));
    }

    @TruffleBoundary
    public float toFloat(int string, Node place) {
        return NumberReader.decimal(bytes(string, place));
    }

    private static int checked(int string, Node place) {
        if (string == 0) {
            throw ProgramFailure.of(RunTimeErrorKind.NULL, place);
        }
        return string;
    }

    private static void checkIndex(int index, int length, Node place) {
        if (index < 0 || index >= length) {
            throw ProgramFailure.of(RunTimeErrorKind.INDEX, place);
        }
    }
}
