package org.bluescript.language.shadow.math;

/**
 * An angle reduced to the eighth of a turn around the nearest axis, exactly (Payne and Hanek, 1983):
 * {@code quadrant * π/2 + high + low}, modulo a turn. The twin of {@code angle.c}.
 *
 * @param high at most π/4 in size, or a little more by rounding
 * @param low below the last place of {@code high}
 * @param quadrant 0 to 3
 */
record Angle(float high, float low, int quadrant) {
    private static final int QUARTER_PI = 0x3f49_0fdb;
    /** 2 / π = 0.a2f9836e…, with a word of zeros before the point. */
    private static final int[] TWO_OVER_PI = {
        0, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab
    };
    /** π/2 * 2<sup>31</sup>. */
    private static final int HALF_PI_31 = 0xc90fdaa2;

    /** {@code x} is finite. */
    static Angle reduce(float x) {
        int magnitude = Binary32.magnitude(x);
        if (magnitude <= QUARTER_PI) {
            return new Angle(x, 0, 0);
        }
        long turns = quarters(magnitude);
        int quadrant = (int) (turns >>> 62);
        long fraction = turns << 2; // of a quadrant, in units of 2^-64
        boolean beyond = fraction < 0; // nearer to the next axis
        if (beyond) {
            quadrant++;
            fraction = -fraction;
        }
        int zeros = Long.numberOfLeadingZeros(fraction);
        // The angle in units of 2^-(31 + zeros), of 31 or 32 bits: the upper 24 and the lower 8 are floats.
        int angle = FixedPoint.multiplyHigh((int) (fraction << zeros >>> 32), HALF_PI_31);
        float unit = Binary32.powerOfTwo(-31 - zeros);
        boolean negative = x < 0;
        if (beyond != negative) {
            unit = -unit;
        }
        return new Angle(Integer.toUnsignedLong(angle & ~0xff) * unit, (angle & 0xff) * unit,
                (negative ? -quadrant : quadrant) & 3);
    }

    /**
     * x * 2/π modulo 4 in units of 2<sup>-62</sup>, for a pattern of at least π/4. Bits of 2/π that only contribute multiples of
     * 4 are left out, and so are those below 2<sup>-94</sup>.
     */
    private static long quarters(int magnitude) {
        int mantissa = magnitude & Binary32.MANTISSA | Binary32.HIDDEN;
        int position = (magnitude >> Binary32.MANTISSA_BITS) - 120; // of the bit worth 2^(1 - e), with x = mantissa 2^e
        long low = mantissa * Integer.toUnsignedLong(window(position + 64));
        long middle = mantissa * Integer.toUnsignedLong(window(position + 32)) + (low >>> 32);
        int high = mantissa * window(position) + (int) (middle >>> 32);
        return (long) high << 32 | Integer.toUnsignedLong((int) middle);
    }

    /** The 32 bits that begin at bit {@code position} of the table, counted from the top. */
    private static int window(int position) {
        int word = position / 32;
        int shift = position % 32;
        return shift == 0 ? TWO_OVER_PI[word] : TWO_OVER_PI[word] << shift | TWO_OVER_PI[word + 1] >>> 32 - shift;
    }
}
