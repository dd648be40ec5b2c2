package org.bluescript.language.shadow.math;

/**
 * {@code value * 2^-point}, and logarithm and power to base 2 in such numbers: the twin of {@code fixed.c}, where the method
 * is described.
 */
record FixedPoint(long value, int point) {
    /** m in sixteenths, rounded, of the first entry; the last is 24. */
    private static final int FIRST = 12;

    /** c * 256. */
    private static final int[] RECIPROCALS = {341, 315, 293, 273, 256, 241, 228, 216, 205, 195, 186, 178, 171};

    /** -log2(c) * 2<sup>62</sup>. */
    private static final long[] RECIPROCAL_LOGARITHMS = {
        -1907522137111852115L, -1379853434997978523L, -898157462531978715L, -427766809889382479L, 0,
        401727030164215213L, 770658785216059654L, 1130381879214545480L, 1478137143738472106L, 1810869301941189503L,
        2125254867528546500L, 2417752806341160436L, 2684681417763370782L,
    };

    private static final int[] LOG2_COEFFICIENTS = {
        -0x5c551d95, 0x3d8e13b9, -0x2e2a8b30, 0x24eed306, -0x1ed81f33, 0x1a74aa12
    };
    /** log2(e) * 2<sup>62</sup>. */
    private static final long LOG2_E_62 = 0x5c551d94ae0bf85eL;

    private static final int[] EXP2_COEFFICIENTS = {
        0xb1721808, 0x3d7f7a4b, 0x0e3593ba, 0x02761501, 0x0057f13a, 0x00096c33, 0x00016785
    };

    /** The base-2 logarithm of the positive finite number with this pattern. */
    static FixedPoint log2(int bits) {
        int k = (bits >> Binary32.MANTISSA_BITS) - Binary32.BIAS;
        int m = bits & Binary32.MANTISSA;
        if (k == -Binary32.BIAS) {
            int shift = Integer.numberOfLeadingZeros(m) - 8;
            m <<= shift;
            k = 1 - Binary32.BIAS - shift;
        }
        m |= Binary32.HIDDEN;
        // From here on m is in units of 2^-24.
        if (m >= Binary32.HIDDEN + Binary32.HIDDEN / 2) {
            k++;
        } else {
            m <<= 1;
        }
        int entry = (m + (1 << 19) >> 20) - FIRST;
        int r = m * RECIPROCALS[entry]; // less 2^32, which is lost
        long logarithm = RECIPROCAL_LOGARITHMS[entry] + log2Near1(r);
        return k == 0 ? new FixedPoint(logarithm, 62) : new FixedPoint(k * (1L << 54) + (logarithm >> 8), 54);
    }

    /** r and the result times 2<sup>32</sup> and 2<sup>62</sup>. */
    private static long log2Near1(int r) {
        int sum = LOG2_COEFFICIENTS[5];
        for (int i = 4; i >= 0; i--) {
            sum = LOG2_COEFFICIENTS[i] + (int) ((long) sum * r >> 32);
        }
        long slope = LOG2_E_62 + ((long) sum * r >> 1);
        return (long) r * (int) (slope >> 32) + (r * (slope & 0xffff_ffffL) >> 32);
    }

    /** 2<sup>whole + fraction 2^-32</sup> as a pattern; the fraction is unsigned. */
    static int exp2(int whole, int fraction) {
        int sum = EXP2_COEFFICIENTS[6];
        for (int i = 5; i >= 0; i--) {
            sum = EXP2_COEFFICIENTS[i] + multiplyHigh(sum, fraction);
        }
        return round(0x8000_0000 + (multiplyHigh(sum, fraction) >>> 1), whole - 31);
    }

    /** The pattern of mantissa * 2<sup>exponent</sup>, rounded to nearest, ties to even. The mantissa is unsigned and not 0. */
    static int round(int mantissa, int exponent) {
        int zeros = Integer.numberOfLeadingZeros(mantissa);
        int digits = mantissa << zeros;
        int biased = exponent + 31 - zeros + Binary32.BIAS; // 1 to 254 for a normal number
        if (biased >= 255) {
            return Binary32.INFINITE;
        }
        int dropped = 8;
        int bits = 0;
        if (biased > 0) {
            bits = biased - 1 << Binary32.MANTISSA_BITS; // the hidden bit adds the missing 1
        } else if (biased < -23) {
            return 0;
        } else {
            dropped += 1 - biased; // at most 32
        }
        int half = 1 << dropped - 1;
        int rest = digits & 2 * half - 1;
        int kept = dropped < 32 ? digits >>> dropped : 0;
        int order = Integer.compareUnsigned(rest, half);
        return bits + kept + (order > 0 || order == 0 && (kept & 1) != 0 ? 1 : 0);
    }

    /** The upper half of the product of unsigned numbers. */
    static int multiplyHigh(int a, int b) {
        return (int) (Integer.toUnsignedLong(a) * Integer.toUnsignedLong(b) >>> 32);
    }
}
