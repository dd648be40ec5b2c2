package org.bluescript.language.shadow.math;

/** Sine, cosine, tangent: the twin of {@code trigonometry.c}. */
public final class Trigonometry {
    /** 2<sup>-12</sup>: below, sine and tangent are the angle itself. */
    private static final int TINY = 0x3980_0000;

    private Trigonometry() {}

    public static float sin(float x) {
        int magnitude = Binary32.magnitude(x);
        if (magnitude >= Binary32.INFINITE) {
            return Float.NaN;
        }
        return magnitude < TINY ? x : sine(x, 0);
    }

    public static float cos(float x) {
        return Binary32.magnitude(x) >= Binary32.INFINITE ? Float.NaN : sine(x, 1);
    }

    public static float tan(float x) {
        int magnitude = Binary32.magnitude(x);
        if (magnitude >= Binary32.INFINITE) {
            return Float.NaN;
        }
        if (magnitude < TINY) {
            return x;
        }
        Angle a = Angle.reduce(x);
        Sum above = sineOf(a);
        Sum below = cosineOf(a);
        if ((a.quadrant() & 1) != 0) {
            Sum cosine = below;
            below = new Sum(-above.value, -above.lost);
            above = cosine;
        }
        float quotient = above.value / below.value;
        return quotient + (above.lost - quotient * below.lost) / below.value;
    }

    /** A number as the sum of a rounded value and what rounding lost. */
    private record Sum(float value, float lost) {
        static Sum of(float large, float small) {
            float value = large + small;
            return new Sum(value, small - (value - large));
        }
    }

    /** The sine of the angle {@code quadrants} quadrants on. */
    private static float sine(float x, int quadrants) {
        Angle a = Angle.reduce(x);
        int quadrant = a.quadrant() + quadrants;
        float result = ((quadrant & 1) != 0 ? cosineOf(a) : sineOf(a)).value;
        return (quadrant & 2) != 0 ? -result : result;
    }

    private static Sum sineOf(Angle a) {
        float high = a.high();
        float square = high * high;
        float series = -0x1.555546p-3f + square * (0x1.110778p-7f + square * -0x1.995404p-13f);
        return Sum.of(high, square * high * series + (a.low() - 0.5f * square * a.low()));
    }

    private static Sum cosineOf(Angle a) {
        float square = a.high() * a.high();
        float half = 0.5f * square;
        float most = 1.0f - half;
        float series = 0x1.55554ap-5f + square * (-0x1.6c0c28p-10f + square * 0x1.99e80cp-16f);
        return Sum.of(most, ((1.0f - most) - half) + (square * square * series - a.high() * a.low()));
    }
}
