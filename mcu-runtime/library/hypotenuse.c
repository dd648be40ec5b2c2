#include "binary32.h"
#include "bs_runtime.h"

/* sqrt(x² + y²) without overflow on the way; infinity if either is infinite, even beside NaN. Within 1.25 units
 * in the last place. */
float bs_hypot(float x, float y)
{
    uint32_t x_magnitude = bs_bits(x) & ~BS_SIGN;
    uint32_t y_magnitude = bs_bits(y) & ~BS_SIGN;
    uint32_t greater = x_magnitude > y_magnitude ? x_magnitude : y_magnitude;
    if (x_magnitude == BS_INFINITE || y_magnitude == BS_INFINITE)
        return bs_float(BS_INFINITE);
    if (greater > BS_INFINITE)
        return bs_nan();
    float up = 1.0f;
    float down = 1.0f;
    if (greater >= bs_bits(0x1p60f)) {
        up = 0x1p-70f;
        down = 0x1p70f;
    } else if (greater < bs_bits(0x1p-50f)) {
        up = 0x1p80f;
        down = 0x1p-80f;
    }
    float a = bs_float(x_magnitude) * up;
    float b = bs_float(y_magnitude) * up;
    return bs_square_root(a * a + b * b) * down;
}
