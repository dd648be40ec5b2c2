/*
 * Exact decimal expansions of binary32 numbers and their midpoints, by integers of 160 bits.
 *
 * A positive number is held as the fraction digits / unit with digits < unit, times 10^point: each
 * step multiplies `digits` by ten and takes off the units, which gives the next decimal digit.
 * 160 bits suffice: no unit is above 2^152 or 2^2 10^39, and ten times a fraction below it has four bits more.
 */
#ifndef BS_LIBRARY_DECIMAL_H
#define BS_LIBRARY_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#define BS_WIDE_WORDS 5

/* Least significant word first. */
typedef struct bs_wide {
    uint32_t words[BS_WIDE_WORDS];
} bs_wide;

bs_wide bs_wide_shifted(uint32_t value, uint32_t bits);         /* value * 2^bits */
void bs_wide_scale(bs_wide *a, uint32_t factor);                /* a *= factor */
void bs_wide_subtract(bs_wide *a, const bs_wide *b);            /* a -= b, not below 0 */
bs_wide bs_wide_sum(const bs_wide *a, const bs_wide *b);
int32_t bs_wide_compare(const bs_wide *a, const bs_wide *b);    /* -1, 0, 1 */
bool bs_wide_is_zero(const bs_wide *a);

/* A guess at k where 10^(k - 1) <= mantissa * 2^exponent < 10^k: exact or one too small. */
int32_t bs_decimal_point(uint32_t mantissa, int32_t exponent);

/* The next decimal digit of digits / unit, digits < unit. */
uint32_t bs_decimal_digit(bs_wide *digits, const bs_wide *unit);

#endif
