/*
 * The Mandelbrot set on a square of 100 by 100 points, at most 50 iterations a point. Eight points make
 * a byte, as in a bitmap file; the result is the exclusive-or of all bytes.
 */
#include "../twin.h"

static int32_t mandelbrot(int32_t size)
{
    const int32_t limit = 50;
    int32_t sum = 0, bits = 0, bit_count = 0;

    for (int32_t y = 0; y < size; y++) {
        float ci = 2.0f * y / size - 1.0f;
        for (int32_t x = 0; x < size; x++) {
            float cr = 2.0f * x / size - 1.5f;
            float zr2 = 0.0f, zi2 = 0.0f, zi = 0.0f;
            int32_t escaped = 0;
            for (int32_t i = 0; i < limit; i++) {
                float zr = zr2 - zi2 + cr;
                zi = 2.0f * zr * zi + ci;
                zr2 = zr * zr;
                zi2 = zi * zi;
                if (zr2 + zi2 > 4.0f) {
                    escaped = 1;
                    break;
                }
            }

            bits = (bits << 1) + escaped;
            bit_count++;
            if (bit_count == 8) {
                sum ^= bits;
                bits = 0;
                bit_count = 0;
            } else if (x == size - 1) {
                sum ^= bits << (8 - bit_count);
                bits = 0;
                bit_count = 0;
            }
        }
    }
    return sum;
}

int32_t bench_main(void)
{
    return mandelbrot(100) == 109;
}
