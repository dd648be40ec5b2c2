/*
 * Logarithm and power to base 2 in fixed point, and the rounding of what comes out: everything
 * exponential is made of these. Integers have more bits than binary32, so that each function built from
 * them is rounded only once, and are the same on every machine.
 */
#ifndef BS_LIBRARY_FIXED_H
#define BS_LIBRARY_FIXED_H

#include <stdint.h>

/* value * 2^-point */
typedef struct bs_fixed {
    int64_t value;
    int32_t point;
} bs_fixed;

/* The base-2 logarithm of the positive finite number with this pattern, within 2^-36 of its size; exact
 * for powers of two. */
bs_fixed bs_fixed_log2(uint32_t bits);

/* 2^(whole + fraction 2^-32) as a pattern, within 2^-31 of its size before rounding. */
uint32_t bs_fixed_exp2(int32_t whole, uint32_t fraction);

/* The pattern of mantissa * 2^exponent, rounded to nearest, ties to even. The mantissa is not 0. */
uint32_t bs_fixed_round(uint32_t mantissa, int32_t exponent);

static inline uint32_t bs_leading_zeros(uint64_t value)
{
    uint32_t high = (uint32_t)(value >> 32);
    return high != 0 ? (uint32_t)__builtin_clz(high) : 32 + (uint32_t)__builtin_clz((uint32_t)value);
}

/* The upper half of the product. */
static inline uint32_t bs_multiply_high(uint32_t a, uint32_t b)
{
    return (uint32_t)((uint64_t)a * b >> 32);
}

#endif
