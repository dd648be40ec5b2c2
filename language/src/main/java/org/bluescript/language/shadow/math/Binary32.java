package org.bluescript.language.shadow.math;

/** The patterns of binary32 numbers. */
final class Binary32 {
    static final int SIGN = 0x8000_0000;
    static final int INFINITE = 0x7f80_0000;
    static final int MANTISSA = 0x007f_ffff;
    static final int HIDDEN = 0x0080_0000;
    static final int MANTISSA_BITS = 23;
    static final int BIAS = 127;

    private Binary32() {}

    static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    /** The pattern without its sign. */
    static int magnitude(float value) {
        return Float.floatToRawIntBits(value) & ~SIGN;
    }

    static float of(int bits) {
        return Float.intBitsToFloat(bits);
    }

    /** 2<sup>exponent</sup>, -126 to 127. */
    static float powerOfTwo(int exponent) {
        return of(exponent + BIAS << MANTISSA_BITS);
    }

    /** The square root, correctly rounded: a double has more than twice the bits, so rounding twice rounds as once. */
    static float squareRoot(float x) {
        return (float) Math.sqrt(x);
    }

    static float withSign(float magnitude, float sign) {
        return of(bits(magnitude) | bits(sign) & SIGN);
    }
}
