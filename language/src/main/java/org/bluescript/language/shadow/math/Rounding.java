package org.bluescript.language.shadow.math;

/** Floats to integers: the twins of {@code bs_inline.h}. */
public final class Rounding {
    private Rounding() {}

    /** Toward zero, saturating, NaN gives 0: VCVT (ARMv7-M ARM, A7.7.226) and a Java cast say the same. */
    public static int truncate(float x) {
        return (int) x;
    }

    /** Saturating; NaN gives 0. */
    public static int floor(float x) {
        int towardZero = (int) x;
        return towardZero > Integer.MIN_VALUE && towardZero > x ? towardZero - 1 : towardZero;
    }

    /** Saturating; NaN gives 0. */
    public static int ceil(float x) {
        int towardZero = (int) x;
        return towardZero < Integer.MAX_VALUE && towardZero < x ? towardZero + 1 : towardZero;
    }

    /** To the nearest, halves up; saturating; NaN gives 0. */
    public static int round(float x) {
        int floor = floor(x);
        return floor < Integer.MAX_VALUE && x - floor >= 0.5f ? floor + 1 : floor;
    }
}
