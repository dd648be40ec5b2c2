package org.bluescript.language.shadow.math;

/** The inverse trigonometric functions: the twin of {@code inverse.c}. */
public final class InverseTrigonometry {
    private static final float HALF_PI = 0x1.921fb6p+0f;
    private static final float HALF_PI_LOST = -0x1.777a5cp-25f;
    private static final float QUARTER_PI = 0x1.921fb6p-1f;
    private static final float PI = 0x1.921fb6p+1f;
    private static final float PI_LOST = -0x1.777a5cp-24f;

    private InverseTrigonometry() {}

    public static float atan(float x) {
        if (x != x) {
            return x;
        }
        return Binary32.withSign(positiveArctangent(Math.abs(x)), x);
    }

    public static float atan2(float y, float x) {
        if (x != x || y != y) {
            return Float.NaN;
        }
        float yMagnitude = Math.abs(y);
        float xMagnitude = Math.abs(x);
        float angle;
        if (yMagnitude == 0) {
            angle = 0.0f;
        } else if (yMagnitude == Float.POSITIVE_INFINITY && xMagnitude == Float.POSITIVE_INFINITY) {
            angle = QUARTER_PI;
        } else {
            angle = positiveArctangent(yMagnitude / xMagnitude);
        }
        if (Binary32.bits(x) < 0) {
            angle = PI - (angle - PI_LOST);
        }
        return Binary32.withSign(angle, y);
    }

    public static float asin(float x) {
        float magnitude = Math.abs(x);
        if (!(magnitude <= 1.0f)) {
            return Float.NaN;
        }
        if (magnitude < 0.5f) {
            return magnitude < 0x1p-12f ? x : x + arcsineRest(x, x * x);
        }
        if (magnitude == 1.0f) {
            return Binary32.withSign(HALF_PI, x);
        }
        // arcsin(x) = π/2 - 2 arcsin(t), t = sqrt((1 - x) / 2): t as the sum of twelve bits, whose square is exact, and the rest
        float square = 0.5f * (1.0f - magnitude);
        float t = Binary32.squareRoot(square);
        float high = Binary32.of(Binary32.bits(t) & ~0xfff);
        float low = (square - high * high) / (t + high);
        float small = 2.0f * arcsineRest(t, square) - (HALF_PI_LOST - 2.0f * low);
        return Binary32.withSign(QUARTER_PI - (small - (QUARTER_PI - 2.0f * high)), x);
    }

    public static float acos(float x) {
        float magnitude = Math.abs(x);
        if (!(magnitude <= 1.0f)) {
            return Float.NaN;
        }
        if (magnitude < 0.5f) {
            return HALF_PI - (x - (HALF_PI_LOST - arcsineRest(x, x * x)));
        }
        float square = 0.5f * (1.0f - magnitude);
        float t = Binary32.squareRoot(square);
        float rest = arcsineRest(t, square);
        return x < 0.0f ? PI - 2.0f * (t + (rest - 0.5f * PI_LOST)) : 2.0f * (t + rest);
    }

    /** arctan(t) - t for |t| &le; 7/16. */
    private static float arctangentRest(float t) {
        float square = t * t;
        float series = -0x1.555542p-2f + square * (0x1.998df8p-3f
                + square * (-0x1.236f16p-3f + square * (0x1.add6b4p-4f + square * -0x1.dd3c84p-5f)));
        return t * square * series;
    }

    /** For x &ge; 0, infinity included: arctan(x) = arctan(c) + arctan((x - c) / (1 + c x)) with c = 1/2, 1, 3/2, infinity. */
    private static float positiveArctangent(float x) {
        if (x < 0.4375f) {
            return x + arctangentRest(x);
        }
        if (x < 0.6875f) {
            return beyond(0x1.dac67p-2f, 0x1.586ed4p-28f, (2.0f * x - 1.0f) / (2.0f + x));
        }
        if (x < 1.1875f) {
            return beyond(QUARTER_PI, -0x1.777a5cp-26f, (x - 1.0f) / (x + 1.0f));
        }
        if (x < 2.4375f) {
            return beyond(0x1.f730bep-1f, -0x1.afc12cp-26f, (x - 1.5f) / (1.0f + 1.5f * x));
        }
        return beyond(HALF_PI, HALF_PI_LOST, -1.0f / x);
    }

    private static float beyond(float base, float lost, float t) {
        return base + ((arctangentRest(t) + lost) + t);
    }

    /** arcsin(t) - t for |t| &le; 1/2, given its square. */
    private static float arcsineRest(float t, float square) {
        float series = 0x1.5555c8p-3f + square * (0x1.3301fcp-4f
                + square * (0x1.747d06p-5f + square * (0x1.8c2d84p-6f + square * 0x1.596d6p-5f)));
        return t * square * series;
    }
}
