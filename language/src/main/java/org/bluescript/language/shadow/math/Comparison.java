package org.bluescript.language.shadow.math;

/** Which of two numbers is less or greater, whether they are equal, and the sign: the twins of {@code bs_inline.h}. */
public final class Comparison {
    private Comparison() {}

    /** Whether both are the same number: of the integer nothing is rounded away. A binary64 holds either. */
    public static boolean sameNumber(int integer, float number) {
        return (double) integer == number;
    }

    /** Zeros keep their sign, NaN stays NaN. */
    public static float sign(float x) {
        return x > 0 ? 1.0f : x < 0 ? -1.0f : x;
    }

    /** NaN if either is NaN; -0 is less than 0. */
    public static float min(float a, float b) {
        if (a < b || a != a) {
            return a;
        }
        return a == b && Binary32.bits(a) < 0 ? a : b;
    }

    /** NaN if either is NaN; -0 is less than 0. */
    public static float max(float a, float b) {
        if (a > b || a != a) {
            return a;
        }
        return a == b && Binary32.bits(a) >= 0 ? a : b;
    }
}
