/*
 * Floats by the free-format algorithm of Steele and White (1990), with exact integers: digits are
 * taken off the value until what is left is within half the distance to a neighbour.
 */
#include "decimal.h"
#include "number.h"

#define MANTISSA_BITS 23
#define SIGNIFICANT_DIGITS 9 /* enough for every binary32 */

/* The value 0.d1 d2 d3... * 10^point. */
typedef struct decimal {
    uint8_t digits[SIGNIFICANT_DIGITS + 1];
    uint32_t count;
    int32_t point;
} decimal;

/* The remaining value, a tenth of a digit's worth being `unit`, and the half gaps to the value's neighbours. */
typedef struct expansion {
    bs_wide value, unit, below, above;
} expansion;

static void scale_value(expansion *e, uint32_t factor)
{
    bs_wide_scale(&e->value, factor);
    bs_wide_scale(&e->below, factor);
    bs_wide_scale(&e->above, factor);
}

/* mantissa * 2^exponent with its half gaps, as fractions of `unit` before any scaling by ten. */
static void expand(expansion *e, uint32_t mantissa, int32_t exponent, bool uneven)
{
    /* Everything twice, so that half gaps are whole; four times where the gap below is half the one above. */
    uint32_t extra = uneven ? 2 : 1;
    uint32_t up = exponent > 0 ? (uint32_t)exponent : 0;
    uint32_t down = exponent < 0 ? (uint32_t)-exponent : 0;
    e->value = bs_wide_shifted(mantissa, up + extra);
    e->unit = bs_wide_shifted(1, down + extra);
    e->below = bs_wide_shifted(1, up);
    e->above = bs_wide_shifted(1, up + extra - 1);
}

/* True if value + above reaches the unit: a next digit above the last possible. */
static bool reaches(const expansion *e, bool inclusive)
{
    bs_wide high = bs_wide_sum(&e->value, &e->above);
    int32_t order = bs_wide_compare(&high, &e->unit);
    return inclusive ? order >= 0 : order > 0;
}

static void shortest(decimal *d, uint32_t mantissa, int32_t exponent, bool uneven)
{
    bool inclusive = (mantissa & 1) == 0; /* a reader rounds ties to even, so the bounds themselves read back */
    expansion e;
    expand(&e, mantissa, exponent, uneven);
    d->point = bs_decimal_point(mantissa, exponent);
    for (int32_t i = d->point; i > 0; i--)
        bs_wide_scale(&e.unit, 10);
    for (int32_t i = d->point; i < 0; i++)
        scale_value(&e, 10);
    if (reaches(&e, inclusive)) {
        bs_wide_scale(&e.unit, 10);
        d->point++;
    }
    d->count = 0;
    for (;;) {
        bs_wide_scale(&e.below, 10);
        bs_wide_scale(&e.above, 10);
        uint32_t digit = bs_decimal_digit(&e.value, &e.unit);
        int32_t order = bs_wide_compare(&e.value, &e.below);
        bool low = inclusive ? order <= 0 : order < 0;
        bool high = reaches(&e, inclusive);
        if (high && low) {
            bs_wide_scale(&e.value, 2);
            order = bs_wide_compare(&e.value, &e.unit);
            high = order > 0 || (order == 0 && (digit & 1) != 0);
        }
        d->digits[d->count++] = (uint8_t)(digit + high);
        if (high || low)
            return;
    }
}

static char *put(char *out, const char *text)
{
    while (*text != 0)
        *out++ = *text++;
    return out;
}

static char *put_zeros(char *out, int32_t count)
{
    while (count-- > 0)
        *out++ = '0';
    return out;
}

static char *put_digits(char *out, const decimal *d, uint32_t from, uint32_t to)
{
    for (; from < to; from++)
        *out++ = (char)('0' + d->digits[from]);
    return out;
}

static char *put_exponent(char *out, const decimal *d)
{
    out = put_digits(out, d, 0, 1);
    if (d->count > 1)
        *out++ = '.';
    out = put_digits(out, d, 1, d->count);
    *out++ = 'e';
    int32_t exponent = d->point - 1;
    *out++ = exponent < 0 ? '-' : '+';
    uint32_t magnitude = (uint32_t)(exponent < 0 ? -exponent : exponent); /* at most 45 */
    if (magnitude >= 10)
        *out++ = (char)('0' + magnitude / 10);
    *out++ = (char)('0' + magnitude % 10);
    return out;
}

static char *put_decimal(char *out, const decimal *d)
{
    int32_t point = d->point;
    if (point > 21 || point <= -6)
        return put_exponent(out, d);
    if (point <= 0) {
        out = put_zeros(put(out, "0."), -point);
        return put_digits(out, d, 0, d->count);
    }
    uint32_t whole = (uint32_t)point < d->count ? (uint32_t)point : d->count;
    out = put_digits(out, d, 0, whole);
    out = put_zeros(out, point - (int32_t)whole);
    *out++ = '.';
    if (whole == d->count)
        *out++ = '0';
    return put_digits(out, d, whole, d->count);
}

uint32_t bs_format_float(char *out, float value)
{
    uint32_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    uint32_t exponent = bits >> MANTISSA_BITS & 0xff;
    uint32_t mantissa = bits & ((1u << MANTISSA_BITS) - 1);
    char *at = out;
    if (exponent == 0xff && mantissa != 0)
        return (uint32_t)(put(at, "NaN") - out);
    if (bits >> 31)
        *at++ = '-';
    if (exponent == 0xff)
        return (uint32_t)(put(at, "Infinity") - out);
    if (exponent == 0 && mantissa == 0)
        return (uint32_t)(put(at, "0.0") - out);
    bool uneven = exponent > 1 && mantissa == 0;
    if (exponent != 0)
        mantissa |= 1u << MANTISSA_BITS;
    else
        exponent = 1;
    decimal d;
    shortest(&d, mantissa, (int32_t)exponent - 127 - MANTISSA_BITS, uneven);
    return (uint32_t)(put_decimal(at, &d) - out);
}
