package org.bluescript.language.shadow.math;

/** Powers and the square root: the twins of {@code power.c}, {@code integer_power.c} and the instruction VSQRT. */
public final class Power {
    private static final int ONE = Float.floatToRawIntBits(1.0f);

    private Power() {}

    private enum Parity {
        NOT_INTEGER,
        EVEN,
        ODD
    }

    /** With the special cases of ECMAScript's {@code Math.pow}. */
    public static float pow(float x, float y) {
        int xMagnitude = Binary32.magnitude(x);
        int yMagnitude = Binary32.magnitude(y);
        if (yMagnitude == 0) {
            return 1.0f;
        }
        if (xMagnitude > Binary32.INFINITE || yMagnitude > Binary32.INFINITE) {
            return Float.NaN;
        }
        boolean falling = Binary32.bits(y) < 0;
        if (yMagnitude == Binary32.INFINITE) {
            if (xMagnitude == ONE) {
                return Float.NaN;
            }
            return xMagnitude > ONE != falling ? Float.POSITIVE_INFINITY : 0.0f;
        }
        Parity parity = parityOf(yMagnitude);
        int sign = parity == Parity.ODD ? Binary32.bits(x) & Binary32.SIGN : 0;
        if (xMagnitude == 0 || xMagnitude == Binary32.INFINITE) {
            return Binary32.of(sign | ((xMagnitude == 0) == falling ? Binary32.INFINITE : 0));
        }
        if (Binary32.bits(x) < 0 && parity == Parity.NOT_INTEGER) {
            return Float.NaN;
        }
        if (xMagnitude == ONE) {
            return Binary32.of(sign | ONE);
        }
        return Binary32.of(sign | powerOf(FixedPoint.log2(xMagnitude), Binary32.bits(y)));
    }

    /** Correctly rounded; NaN below 0. */
    public static float squareRoot(float x) {
        return Binary32.squareRoot(x);
    }

    /** Wraps. The exponent is not negative: that is a run-time error of the program, which the caller raises. */
    public static int integer(int base, int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("exponent " + exponent);
        }
        int result = 1;
        int square = base;
        for (int rest = exponent; rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /** {@code magnitude} is the pattern of a finite number without its sign, not 0. */
    private static Parity parityOf(int magnitude) {
        int exponent = magnitude >> Binary32.MANTISSA_BITS;
        if (exponent < Binary32.BIAS) {
            return Parity.NOT_INTEGER;
        }
        if (exponent > Binary32.BIAS + Binary32.MANTISSA_BITS) {
            return Parity.EVEN;
        }
        int unit = 1 << Binary32.BIAS + Binary32.MANTISSA_BITS - exponent; // what the digit one is worth in the mantissa
        int mantissa = magnitude & Binary32.MANTISSA | Binary32.HIDDEN;
        if ((mantissa & unit - 1) != 0) {
            return Parity.NOT_INTEGER;
        }
        return (mantissa & unit) != 0 ? Parity.ODD : Parity.EVEN;
    }

    /** 2<sup>log2 * y</sup>, without the sign. {@code y} is the pattern of a finite number, neither it nor the logarithm is 0. */
    private static int powerOf(FixedPoint log2, int y) {
        boolean negative = log2.value() < 0 != y < 0;
        long magnitude = Math.abs(log2.value());
        int zeros = Long.numberOfLeadingZeros(magnitude);
        long fortyBits = magnitude << zeros >>> 24;
        int exponent = y >>> Binary32.MANTISSA_BITS & 0xff;
        int mantissa = y & Binary32.MANTISSA;
        if (exponent != 0) {
            mantissa |= Binary32.HIDDEN;
        } else {
            exponent = 1;
        }
        long product = fortyBits * mantissa; // unsigned
        // The product in units of 2^-32 is the power.
        int shift = exponent - Binary32.BIAS - Binary32.MANTISSA_BITS + 24 - zeros - log2.point() + 32;
        long power = shift <= -64 ? 0 : shift < 0 ? product >>> -shift : -1L;
        if (Long.compareUnsigned(power, 256L << 32) >= 0) {
            return negative ? 0 : Binary32.INFINITE;
        }
        if (negative) {
            power = -power;
        }
        return FixedPoint.exp2((int) (power >> 32), (int) power);
    }
}
