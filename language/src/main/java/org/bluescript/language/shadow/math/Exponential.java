package org.bluescript.language.shadow.math;

/** The exponential function and logarithms: the twin of {@code exponential.c}. */
public final class Exponential {
    /** log2(e) * 2<sup>39</sup>. */
    private static final long LOG2_E_39 = 0xb8aa3b295cL;
    /** ln(2) * 2<sup>32</sup>. */
    private static final int LN_2_32 = 0xb17217f8;
    /** log10(2) * 2<sup>33</sup>. */
    private static final int LOG10_2_33 = 0x9a209a85;

    private Exponential() {}

    public static float exp(float x) {
        int bits = Binary32.bits(x);
        int magnitude = Binary32.magnitude(x);
        if (magnitude > Binary32.INFINITE) {
            return x;
        }
        if (magnitude >= 0x4300_0000) { // 128
            return bits < 0 ? 0.0f : Float.POSITIVE_INFINITY;
        }
        if (magnitude < 0x3200_0000) { // 2^-27
            return 1.0f;
        }
        int exponent = magnitude >> Binary32.MANTISSA_BITS;
        long product = (magnitude & Binary32.MANTISSA | Binary32.HIDDEN) * LOG2_E_39; // unsigned
        // The mantissa's unit is 2^(exponent - 150): x log2(e) in units of 2^-32.
        long power = product >>> 150 + 39 - 32 - exponent;
        if (bits < 0) {
            power = -power;
        }
        return Binary32.of(FixedPoint.exp2((int) (power >> 32), (int) power));
    }

    public static float log(float x) {
        return logarithm(x, LN_2_32, 32);
    }

    public static float log2(float x) {
        return logarithm(x, 1 << 31, 31);
    }

    public static float log10(float x) {
        return logarithm(x, LOG10_2_33, 33);
    }

    /** log2(x) * factor * 2<sup>-point</sup>; the factor is unsigned. */
    private static float logarithm(float x, int factor, int point) {
        int bits = Binary32.bits(x);
        int size = Binary32.magnitude(x);
        if (size > Binary32.INFINITE) {
            return x;
        }
        if (size == 0) {
            return Float.NEGATIVE_INFINITY;
        }
        if (bits < 0) {
            return Float.NaN;
        }
        if (bits == Binary32.INFINITE) {
            return x;
        }
        FixedPoint log2 = FixedPoint.log2(bits);
        if (log2.value() == 0) {
            return 0.0f;
        }
        int sign = log2.value() < 0 ? Binary32.SIGN : 0;
        long magnitude = Math.abs(log2.value());
        int zeros = Long.numberOfLeadingZeros(magnitude);
        long product = (magnitude << zeros >>> 32) * Integer.toUnsignedLong(factor); // unsigned
        int mantissa = (int) (product >>> 32) | ((int) product != 0 ? 1 : 0);
        return Binary32.of(sign | FixedPoint.round(mantissa, 64 - zeros - log2.point() - point));
    }
}
