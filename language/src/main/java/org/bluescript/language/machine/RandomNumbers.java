package org.bluescript.language.machine;

/** The device's generator ({@code random.c}): xorshift (Marsaglia, 2003), shifts 13, 17, 5; starts anew with every program. */
public final class RandomNumbers {
    private int state = 0x92d68ca2; // 2463534242

    /** The upper 24 bits of the state: a multiple of 2⁻²⁴ in [0, 1). */
    public float next() {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        state = x;
        return (x >>> 8) * 0x1p-24f;
    }
}
