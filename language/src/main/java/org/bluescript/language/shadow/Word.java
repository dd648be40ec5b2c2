package org.bluescript.language.shadow;

import java.util.OptionalInt;

/**
 * A value of type {@code any} in one 32-bit word: the twin of the device's {@code bs_word.h}, where the coding is described
 * (after Melançon, Serrano, Feeley, "Float Self-Tagging", 2024).
 */
public final class Word {
    public static final int TAG_MASK = 7;
    public static final int TAG_INTEGER = 0;
    public static final int TAG_POINTER = 4;

    public static final int NULL = 4;
    public static final int FALSE = 12;
    public static final int TRUE = 20;
    public static final int NAN = 28;
    public static final int INFINITY = 36;
    public static final int NEGATIVE_INFINITY = 44;

    private Word() {}

    /** The word of an integer of at most 29 bits; empty for any other, which needs a box on the heap. */
    public static OptionalInt ofInteger(int value) {
        int word = value << 3;
        return word >> 3 == value ? OptionalInt.of(word) : OptionalInt.empty();
    }

    /**
     * The word of a float of magnitude below 2<sup>65</sup>, of an infinity or of NaN; empty for any other, which needs a box
     * on the heap.
     */
    public static OptionalInt ofFloat(float value) {
        if (Float.isNaN(value)) {
            return OptionalInt.of(NAN);
        }
        if (Float.isInfinite(value)) {
            return OptionalInt.of(value > 0 ? INFINITY : NEGATIVE_INFINITY);
        }
        int word = Integer.rotateLeft(Float.floatToRawIntBits(value), 3) ^ 3;
        return isFloat(word) ? OptionalInt.of(word) : OptionalInt.empty();
    }

    public static int ofBoolean(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The word of an object, or of null for {@link Address#NULL}. */
    public static int ofReference(Address object) {
        return object.bits() + TAG_POINTER;
    }

    public static boolean isInteger(int word) {
        return (word & TAG_MASK) == TAG_INTEGER;
    }

    /** Whether the word holds a self-tagged float; the constants and boxed floats are pointers. */
    public static boolean isFloat(int word) {
        return (word & 3) != 0;
    }

    public static int toInteger(int word) {
        return word >> 3;
    }

    public static float toFloat(int word) {
        return Float.intBitsToFloat(Integer.rotateRight(word ^ 3, 3));
    }

    public static Address toReference(int word) {
        return Address.of(word - TAG_POINTER);
    }

    /** The address of what may be an object, for a collector that knows where objects are; 0 if the word holds none. */
    public static int objectIn(int word) {
        return (word & TAG_MASK) == TAG_POINTER ? word - TAG_POINTER : 0;
    }
}
