#include "bs_runtime.h"

#define INFINITE 0x7f800000u
#define HIDDEN 0x00800000u

static float float_of(uint32_t bits)
{
    float value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}

static uint32_t bits_of(float value)
{
    uint32_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* Splits a finite magnitude into a 24-bit integer and the power of two above the least, 2^-149. */
static uint32_t split(uint32_t magnitude, uint32_t *power)
{
    uint32_t exponent = magnitude >> 23;
    if (exponent == 0) {
        *power = 0;
        return magnitude;
    }
    *power = exponent - 1;
    return (magnitude & (HIDDEN - 1)) | HIDDEN;
}

static uint32_t join(uint32_t mantissa, uint32_t power)
{
    if (mantissa == 0)
        return 0;
    uint32_t shift = (uint32_t)__builtin_clz(mantissa) - 8;
    if (shift > power)
        shift = power;
    mantissa <<= shift;
    power -= shift;
    /* The hidden bit of a normal number adds 1 to the exponent field. */
    return (power << 23) + mantissa;
}

/* Exact: (x 2^n) mod y by integers, eight bits of n at a time. */
float bs_float_remainder(float a, float b)
{
    uint32_t sign = bits_of(a) & 0x80000000u;
    uint32_t x_bits = bits_of(a) & 0x7fffffffu;
    uint32_t y_bits = bits_of(b) & 0x7fffffffu;
    if (x_bits >= INFINITE || y_bits > INFINITE || y_bits == 0)
        return float_of(0x7fc00000u);
    if (x_bits < y_bits)
        return a;
    uint32_t x_power, y_power;
    uint32_t x = split(x_bits, &x_power);
    uint32_t y = split(y_bits, &y_power);
    x %= y;
    for (uint32_t steps = x_power - y_power; steps != 0;) {
        uint32_t bits = steps < 8 ? steps : 8;
        x = (x << bits) % y;
        steps -= bits;
    }
    return float_of(sign | join(x, y_power));
}
