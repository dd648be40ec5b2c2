package org.bluescript.language.shadow.math;

/** The twin of {@code hypotenuse.c}. */
public final class Hypotenuse {
    private static final int GREAT = Float.floatToRawIntBits(0x1p60f);
    private static final int SMALL = Float.floatToRawIntBits(0x1p-50f);

    private Hypotenuse() {}

    /** sqrt(x² + y²) without overflow on the way; infinity if either is infinite, even beside NaN. */
    public static float of(float x, float y) {
        int xMagnitude = Binary32.magnitude(x);
        int yMagnitude = Binary32.magnitude(y);
        int greater = Math.max(xMagnitude, yMagnitude);
        if (xMagnitude == Binary32.INFINITE || yMagnitude == Binary32.INFINITE) {
            return Float.POSITIVE_INFINITY;
        }
        if (greater > Binary32.INFINITE) {
            return Float.NaN;
        }
        float up = 1.0f;
        float down = 1.0f;
        if (greater >= GREAT) {
            up = 0x1p-70f;
            down = 0x1p70f;
        } else if (greater < SMALL) {
            up = 0x1p80f;
            down = 0x1p-80f;
        }
        float a = Binary32.of(xMagnitude) * up;
        float b = Binary32.of(yMagnitude) * up;
        return Binary32.squareRoot(a * a + b * b) * down;
    }
}
