package org.bluescript.language.shadow.math;

/** The twin of {@code remainder.c}. */
public final class Remainder {
    private Remainder() {}

    /** What is left of {@code a} after dividing by {@code b} toward zero, exact, with the sign of {@code a}. */
    public static float of(float a, float b) {
        int sign = Binary32.bits(a) & Binary32.SIGN;
        int xBits = Binary32.magnitude(a);
        int yBits = Binary32.magnitude(b);
        if (xBits >= Binary32.INFINITE || yBits > Binary32.INFINITE || yBits == 0) {
            return Float.NaN;
        }
        if (xBits < yBits) {
            return a;
        }
        int y = mantissa(yBits);
        int x = mantissa(xBits) % y;
        int steps = power(xBits) - power(yBits);
        while (steps != 0) {
            int bits = Math.min(steps, 8);
            x = Integer.remainderUnsigned(x << bits, y);
            steps -= bits;
        }
        return Binary32.of(sign | join(x, power(yBits)));
    }

    /** A finite magnitude as a 24-bit integer, to be multiplied with the power of two that {@link #power} says. */
    private static int mantissa(int magnitude) {
        return magnitude < Binary32.HIDDEN ? magnitude : magnitude & Binary32.MANTISSA | Binary32.HIDDEN;
    }

    /** Above the least, 2<sup>-149</sup>. */
    private static int power(int magnitude) {
        return magnitude < Binary32.HIDDEN ? 0 : (magnitude >> Binary32.MANTISSA_BITS) - 1;
    }

    private static int join(int mantissa, int power) {
        if (mantissa == 0) {
            return 0;
        }
        int shift = Math.min(Integer.numberOfLeadingZeros(mantissa) - 8, power);
        // The hidden bit of a normal number adds 1 to the exponent field.
        return (power - shift << Binary32.MANTISSA_BITS) + (mantissa << shift);
    }
}
