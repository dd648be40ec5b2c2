package org.bluescript.language.shadow.math;

/**
 * The generator of {@code random.c}: xorshift (Marsaglia, 2003), shifts 13, 17, 5, period 2<sup>32</sup> - 1. Its state is one
 * word, which belongs to the program: whoever runs it keeps the word.
 */
public final class RandomNumbers {
    /** The state with which every program starts. */
    public static final int SEED = (int) 2463534242L;

    private RandomNumbers() {}

    /** The state after {@code state}. Not 0 if that is not. */
    public static int next(int state) {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        return x;
    }

    /** The number that goes with a state: in [0, 1), a multiple of 2<sup>-24</sup>. */
    public static float number(int state) {
        return (state >>> 8) * 0x1p-24f;
    }
}
