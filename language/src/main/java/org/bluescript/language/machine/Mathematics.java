package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Functions on binary32. */
public final class Mathematics {
    private Mathematics() {}

    @TruffleBoundary
    public static float sin(float x) {
        return (float) StrictMath.sin(x);
    }

    @TruffleBoundary
    public static float cos(float x) {
        return (float) StrictMath.cos(x);
    }

    @TruffleBoundary
    public static float tan(float x) {
        return (float) StrictMath.tan(x);
    }

    @TruffleBoundary
    public static float asin(float x) {
        return (float) StrictMath.asin(x);
    }

    @TruffleBoundary
    public static float acos(float x) {
        return (float) StrictMath.acos(x);
    }

    @TruffleBoundary
    public static float atan(float x) {
        return (float) StrictMath.atan(x);
    }

    @TruffleBoundary
    public static float atan2(float y, float x) {
        return (float) StrictMath.atan2(y, x);
    }

    @TruffleBoundary
    public static float exp(float x) {
        return (float) StrictMath.exp(x);
    }

    @TruffleBoundary
    public static float log(float x) {
        return (float) StrictMath.log(x);
    }

    @TruffleBoundary
    public static float log2(float x) {
        return (float) (StrictMath.log(x) / StrictMath.log(2));
    }

    @TruffleBoundary
    public static float log10(float x) {
        return (float) StrictMath.log10(x);
    }

    @TruffleBoundary
    public static float pow(float x, float y) {
        return (float) StrictMath.pow(x, y);
    }

    @TruffleBoundary
    public static float hypot(float x, float y) {
        return (float) StrictMath.hypot(x, y);
    }
}
