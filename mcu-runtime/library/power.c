/* Powers, with the special cases of ECMAScript's Math.pow. Each result is within 0.52 units in the last place. */
#include "binary32.h"
#include "bs_runtime.h"
#include "fixed.h"

enum parity { NOT_INTEGER, EVEN, ODD };

/* `magnitude` is the pattern of a finite number without its sign, not 0. */
static enum parity parity_of(uint32_t magnitude)
{
    uint32_t exponent = magnitude >> BS_MANTISSA_BITS;
    if (exponent < BS_BIAS)
        return NOT_INTEGER;
    if (exponent > BS_BIAS + BS_MANTISSA_BITS)
        return EVEN;
    uint32_t unit = 1u << (BS_BIAS + BS_MANTISSA_BITS - exponent); /* what the digit one is worth in the mantissa */
    uint32_t mantissa = (magnitude & BS_MANTISSA) | BS_HIDDEN;
    if ((mantissa & (unit - 1)) != 0)
        return NOT_INTEGER;
    return (mantissa & unit) != 0 ? ODD : EVEN;
}

/* 2^(log2 * y), without the sign. `y` is the pattern of a finite number, neither it nor the logarithm is 0. */
static uint32_t power_of(bs_fixed log2, uint32_t y)
{
    bool negative = (log2.value < 0) != (y >> 31 != 0);
    uint64_t magnitude = (uint64_t)(log2.value < 0 ? -log2.value : log2.value);
    int32_t zeros = (int32_t)bs_leading_zeros(magnitude);
    uint64_t forty_bits = magnitude << zeros >> 24;
    uint32_t exponent = y >> BS_MANTISSA_BITS & 0xff;
    uint32_t mantissa = y & BS_MANTISSA;
    if (exponent != 0)
        mantissa |= BS_HIDDEN;
    else
        exponent = 1;
    uint64_t product = forty_bits * mantissa;
    /* The product in units of 2^-32 is the power. */
    int32_t shift = (int32_t)exponent - BS_BIAS - BS_MANTISSA_BITS + 24 - zeros - log2.point + 32;
    uint64_t power = shift <= -64 ? 0 : shift < 0 ? product >> -shift : UINT64_MAX;
    if (power >= 256ULL << 32)
        return negative ? 0 : BS_INFINITE;
    if (negative)
        power = 0 - power;
    return bs_fixed_exp2((int32_t)((int64_t)power >> 32), (uint32_t)power);
}

float bs_pow(float x, float y)
{
    uint32_t x_bits = bs_bits(x);
    uint32_t y_bits = bs_bits(y);
    uint32_t x_magnitude = x_bits & ~BS_SIGN;
    uint32_t y_magnitude = y_bits & ~BS_SIGN;
    if (y_magnitude == 0)
        return 1.0f;
    if (x_magnitude > BS_INFINITE || y_magnitude > BS_INFINITE)
        return bs_nan();
    bool falling = y_bits >> 31 != 0;
    const uint32_t one = bs_bits(1.0f);
    if (y_magnitude == BS_INFINITE) {
        if (x_magnitude == one)
            return bs_nan();
        return (x_magnitude > one) != falling ? bs_float(BS_INFINITE) : 0.0f;
    }
    enum parity parity = parity_of(y_magnitude);
    uint32_t sign = parity == ODD ? x_bits & BS_SIGN : 0;
    if (x_magnitude == 0 || x_magnitude == BS_INFINITE)
        return bs_float(sign | ((x_magnitude == 0) == falling ? BS_INFINITE : 0));
    if (x_bits >> 31 && parity == NOT_INTEGER)
        return bs_nan();
    if (x_magnitude == one)
        return bs_float(sign | one);
    return bs_float(sign | power_of(bs_fixed_log2(x_magnitude), y_bits));
}
