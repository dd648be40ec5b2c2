#include "angle.h"

#include "binary32.h"
#include "fixed.h"

#include <stdbool.h>

#define QUARTER_PI 0x3f490fdbu

/* 2 / pi = 0.a2f9836e..., with a word of zeros before the point. */
static const uint32_t two_over_pi[] = {0,          0xa2f9836e, 0x4e441529, 0xfc2757d1,
                                       0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab};
#define HALF_PI_31 0xc90fdaa2u /* pi/2 * 2^31 */

/* The 32 bits that begin at bit `position` of the table, counted from the top. */
static uint32_t window(uint32_t position)
{
    const uint32_t *word = &two_over_pi[position / 32];
    uint32_t shift = position % 32;
    return shift == 0 ? word[0] : word[0] << shift | word[1] >> (32 - shift);
}

/* x * 2/pi modulo 4 in units of 2^-62, for a pattern of at least pi/4. Bits of 2/pi that only contribute
 * multiples of 4 are left out, and so are those below 2^-94: what they add is below 2^-70. */
static uint64_t quarters(uint32_t magnitude)
{
    uint32_t mantissa = (magnitude & BS_MANTISSA) | BS_HIDDEN;
    uint32_t position = (magnitude >> BS_MANTISSA_BITS) - 120; /* of the bit worth 2^(1 - e), with x = mantissa 2^e */
    uint64_t low = (uint64_t)mantissa * window(position + 64);
    uint64_t middle = (uint64_t)mantissa * window(position + 32) + (low >> 32);
    uint32_t high = mantissa * window(position) + (uint32_t)(middle >> 32);
    return (uint64_t)high << 32 | (uint32_t)middle;
}

bs_angle bs_reduce_angle(float x)
{
    uint32_t magnitude = bs_bits(x) & ~BS_SIGN;
    if (magnitude <= QUARTER_PI)
        return (bs_angle){x, 0.0f, 0};
    uint64_t turns = quarters(magnitude);
    uint32_t quadrant = (uint32_t)(turns >> 62);
    uint64_t fraction = turns << 2; /* of a quadrant, in units of 2^-64 */
    bool beyond = fraction >> 63 != 0; /* nearer to the next axis */
    if (beyond) {
        quadrant++;
        fraction = 0 - fraction;
    }
    uint32_t zeros = bs_leading_zeros(fraction);
    /* The angle in units of 2^-(31 + zeros), of 31 or 32 bits: the upper 24 and the lower 8 are floats. */
    uint32_t angle = bs_multiply_high((uint32_t)(fraction << zeros >> 32), HALF_PI_31);
    float unit = bs_power_of_two(-31 - (int32_t)zeros);
    bool negative = bs_bits(x) >> 31 != 0;
    if (beyond != negative)
        unit = -unit;
    return (bs_angle){(float)(angle & ~0xffu) * unit, (float)(angle & 0xff) * unit,
                      (negative ? 0 - quadrant : quadrant) & 3};
}
