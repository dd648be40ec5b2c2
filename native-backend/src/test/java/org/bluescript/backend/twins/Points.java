package org.bluescript.backend.twins;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** Pairs of words at which functions are compared: first every pair of special numbers, then random ones of every kind. */
final class Points {
    private static final float[] SPECIAL = {
        0.0f, -0.0f, 1, -1, 2, -2, 3, -3, 0.5f, -0.5f, 1.5f, -1.5f, 2.5f, -2.5f, 0x1p-149f, -0x1p-149f, 0x1p-126f, -0x1p-126f,
        0x1.fffffcp-127f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN,
        16777215, -16777215, 16777216, -16777216, 33554432, 0x1p31f, -0x1p31f, 0x1.fffffep30f, -0x1.000002p31f, 0x1p32f,
        0x1.fffffep-1f, 0x1.000002p0f, 0.4375f, 0.6875f, 1.1875f, 2.4375f, 0x1p-12f, 0x1p-27f, 128, -128, 88.72f, -87.33f,
        -103.9f, 0x1.921fb6p-1f, 0x1.921fb6p0f, 0x1.921fb6p1f, 0x1p60f, 0x1p-50f, 10, 100, 1e10f, 1e-10f
    };

    private Points() {}

    /** {@code count} pairs, little endian. */
    static byte[] floats(int count) {
        ByteBuffer pairs = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (float x : SPECIAL) {
            for (float y : SPECIAL) {
                put(pairs, x, y);
            }
        }
        SplittableRandom random = new SplittableRandom(count);
        while (pairs.hasRemaining()) {
            float x = any(random);
            put(pairs, x, second(random, x));
        }
        return pairs.array();
    }

    /** Bases and exponents that are not negative. */
    static byte[] integers(int count) {
        ByteBuffer pairs = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom random = new SplittableRandom(count);
        while (pairs.hasRemaining()) {
            pairs.putInt(random.nextInt() >> random.nextInt(31)).putInt(random.nextInt() >>> 1 + random.nextInt(31));
        }
        return pairs.array();
    }

    /** An integer and a float that is often the same number, or nearly. */
    static byte[] mixed(int count) {
        ByteBuffer pairs = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom random = new SplittableRandom(count);
        int[] integers = {0, 1, -1, 1 << 24, (1 << 24) + 1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 64};
        for (int integer : integers) {
            for (float number : SPECIAL) {
                pairs.putInt(integer).putFloat(number);
            }
        }
        while (pairs.hasRemaining()) {
            int integer = random.nextInt() >> random.nextInt(31);
            pairs.putInt(integer).putFloat(random.nextInt(4) == 0 ? any(random) : integer);
        }
        return pairs.array();
    }

    static float any(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> Float.intBitsToFloat(random.nextInt());
            case 1 -> random.nextInt() * 0x1p-26f;
            case 2 -> random.nextInt() * 0x1p-31f;
            case 3 -> random.nextInt() * (float) Math.scalb(1.0, -random.nextInt(60));
            default -> Float.intBitsToFloat(Float.floatToRawIntBits(SPECIAL[random.nextInt(SPECIAL.length)])
                    + random.nextInt(17) - 8);
        };
    }

    private static float second(SplittableRandom random, float x) {
        return switch (random.nextInt(4)) {
            case 0 -> x * (random.nextInt() * 0x1p-28f); // near in size
            case 1 -> Float.intBitsToFloat(Float.floatToRawIntBits(x) + random.nextInt(9) - 4);
            default -> any(random);
        };
    }

    private static void put(ByteBuffer pairs, float x, float y) {
        pairs.putInt(Float.floatToRawIntBits(x)).putInt(Float.floatToRawIntBits(y));
    }
}
