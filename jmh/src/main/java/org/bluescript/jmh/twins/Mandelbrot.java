package org.bluescript.jmh.twins;

final class Mandelbrot {
    private Mandelbrot() {}

    static int run(int size) {
        int limit = 50;
        int sum = 0;
        int bits = 0;
        int bitCount = 0;
        for (int y = 0; y < size; y++) {
            float ci = 2f * y / size - 1f;
            for (int x = 0; x < size; x++) {
                bits = (bits << 1) + escaped(2f * x / size - 1.5f, ci, limit);
                bitCount++;
                if (bitCount == 8 || x == size - 1) {
                    sum ^= bits << (8 - bitCount);
                    bits = 0;
                    bitCount = 0;
                }
            }
        }
        return sum;
    }

    private static int escaped(float cr, float ci, int limit) {
        float zr2 = 0;
        float zi2 = 0;
        float zi = 0;
        for (int i = 0; i < limit; i++) {
            float zr = zr2 - zi2 + cr;
            zi = 2f * zr * zi + ci;
            zr2 = zr * zr;
            zi2 = zi * zi;
            if (zr2 + zi2 > 4f) {
                return 1;
            }
        }
        return 0;
    }
}
