/* The patterns of binary32 numbers, and the square root, which is one instruction. */
#ifndef BS_LIBRARY_BINARY32_H
#define BS_LIBRARY_BINARY32_H

#include <stdint.h>

#define BS_SIGN 0x80000000u
#define BS_INFINITE 0x7f800000u
#define BS_MANTISSA 0x007fffffu
#define BS_HIDDEN 0x00800000u
#define BS_MANTISSA_BITS 23
#define BS_BIAS 127

static inline uint32_t bs_bits(float value)
{
    uint32_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    return bits;
}

static inline float bs_float(uint32_t bits)
{
    float value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}

static inline float bs_nan(void)
{
    return bs_float(0x7fc00000u);
}

/* 2^exponent, -126 to 127. */
static inline float bs_power_of_two(int32_t exponent)
{
    return bs_float((uint32_t)(exponent + BS_BIAS) << BS_MANTISSA_BITS);
}

/* Correctly rounded; NaN below 0. */
static inline float bs_square_root(float x)
{
#ifdef __arm__
    float result;
    __asm__("vsqrt.f32 %0, %1" : "=t"(result) : "t"(x));
    return result;
#else
    return __builtin_sqrtf(x);
#endif
}

#endif
