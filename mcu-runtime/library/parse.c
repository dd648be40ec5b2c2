/*
 * Text to numbers. A float is guessed from its first nine digits by integers that are right to about
 * 28 bits, then decided exactly: the text's digits are compared with those of the midpoint between the
 * guess and its upper neighbour.
 */
#include "decimal.h"
#include "number.h"

/* What is left of a text. */
typedef struct cursor {
    const char *at;
    const char *end;
} cursor;

static uint32_t peek(const cursor *c)
{
    return c->at < c->end ? (uint8_t)*c->at : 0;
}

static bool accept(cursor *c, char expected)
{
    if (c->at == c->end || *c->at != expected)
        return false;
    c->at++;
    return true;
}

static bool is_digit(uint32_t c)
{
    return c - '0' < 10;
}

/* Leading blanks and a sign; true if it is a minus. */
static bool accept_sign(cursor *c)
{
    while (peek(c) == ' ' || peek(c) - '\t' < 5)
        c->at++;
    if (accept(c, '-'))
        return true;
    accept(c, '+');
    return false;
}

/* The value of a digit, or at least 36. */
static uint32_t digit_value(uint32_t c)
{
    if (is_digit(c))
        return c - '0';
    uint32_t letter = (c | 0x20) - 'a';
    return letter < 26 ? letter + 10 : 36;
}

int32_t bs_parse_integer(const char *text, uint32_t length)
{
    cursor c = {text, text + length};
    bool negative = accept_sign(&c);
    uint32_t base = 10;
    if (c.end - c.at >= 2 && c.at[0] == '0' && (c.at[1] | 0x20) == 'x') {
        c.at += 2;
        base = 16;
    }
    uint32_t limit = (uint32_t)INT32_MAX + negative;
    uint32_t value = 0;
    for (; digit_value(peek(&c)) < base; c.at++) {
        uint32_t digit = digit_value(peek(&c));
        value = value > (limit - digit) / base ? limit : value * base + digit;
    }
    return (int32_t)(negative ? 0 - value : value);
}

/* A decimal number in text: digits, of which some may be a point. Its value is 0.d1 d2 d3... * 10^point. */
typedef struct digits {
    const char *first; /* the first digit that is not 0 */
    const char *end;
    int32_t point;
} digits;

static int32_t accept_exponent(cursor *c)
{
    cursor e = *c;
    if (!accept(&e, 'e') && !accept(&e, 'E'))
        return 0;
    bool negative = accept(&e, '-');
    if (!negative)
        accept(&e, '+');
    if (!is_digit(peek(&e)))
        return 0;
    int32_t value = 0;
    for (; is_digit(peek(&e)); e.at++)
        if (value < 100000000) /* beyond any text's length, and the sum cannot overflow */
            value = value * 10 + (int32_t)(peek(&e) - '0');
    *c = e;
    return negative ? -value : value;
}

/* False if there is no digit. */
static bool accept_digits(cursor *c, digits *d)
{
    bool any = false;
    bool fraction = false;
    d->first = 0;
    d->point = 0;
    for (;; c->at++) {
        uint32_t next = peek(c);
        if (next == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (!is_digit(next))
            break;
        any = true;
        if (d->first == 0 && next != '0')
            d->first = c->at;
        if (d->first != 0 && !fraction)
            d->point++;
        if (d->first == 0 && fraction)
            d->point--;
    }
    d->end = c->at;
    if (any)
        d->point += accept_exponent(c);
    return any;
}

/* The next digit of the text, 0 behind its end. */
static uint32_t next_digit(cursor *c)
{
    accept(c, '.');
    if (c->at == c->end)
        return 0;
    return (uint32_t)*c->at++ - '0';
}

/* Compares the text's number with mantissa * 2^exponent exactly: -1, 0, 1. */
static int32_t compare(const digits *d, uint32_t mantissa, int32_t exponent)
{
    bs_wide value = bs_wide_shifted(mantissa, exponent > 0 ? (uint32_t)exponent : 0);
    bs_wide unit = bs_wide_shifted(1, exponent < 0 ? (uint32_t)-exponent : 0);
    int32_t point = bs_decimal_point(mantissa, exponent);
    for (int32_t i = point; i > 0; i--)
        bs_wide_scale(&unit, 10);
    for (int32_t i = point; i < 0; i++)
        bs_wide_scale(&value, 10);
    if (bs_wide_compare(&value, &unit) >= 0) {
        bs_wide_scale(&unit, 10);
        point++;
    }
    if (d->point != point)
        return d->point < point ? -1 : 1;
    cursor text = {d->first, d->end};
    while (text.at != text.end || !bs_wide_is_zero(&value)) {
        int32_t order = (int32_t)next_digit(&text) - (int32_t)bs_decimal_digit(&value, &unit);
        if (order != 0)
            return order < 0 ? -1 : 1;
    }
    return 0;
}

/* A number mantissa * 2^exponent with the top bit of 64 set. */
typedef struct approximation {
    uint64_t mantissa;
    int32_t exponent;
} approximation;

static void normalize(approximation *a)
{
    uint32_t high = (uint32_t)(a->mantissa >> 32);
    uint32_t shift = high != 0 ? (uint32_t)__builtin_clz(high) : 32 + (uint32_t)__builtin_clz((uint32_t)a->mantissa);
    a->mantissa <<= shift;
    a->exponent -= (int32_t)shift;
}

/* Within 2^-27 of its size; d->first is not 0, d->point is from -45 to 39. */
static approximation approximate(const digits *d)
{
    cursor text = {d->first, d->end};
    uint32_t nine = 0;
    for (uint32_t i = 0; i < 9; i++)
        nine = nine * 10 + next_digit(&text);
    approximation a = {nine, 0};
    normalize(&a);
    for (int32_t power = d->point - 9; power > 0; power--) {
        a.mantissa = (a.mantissa >> 3) * 5;
        a.exponent += 4;
        normalize(&a);
    }
    for (int32_t power = d->point - 9; power < 0; power++) {
        const uint32_t tenth = 0xcccccccd; /* 2^35 / 10 */
        a.mantissa = (a.mantissa >> 32) * tenth + ((uint64_t)(uint32_t)a.mantissa * tenth >> 32);
        a.exponent -= 3;
        normalize(&a);
    }
    return a;
}

/* The pattern of the number rounded to nearest, ties to even. */
static uint32_t round_digits(const digits *d)
{
    if (d->first == 0 || d->point < -45)
        return 0;
    if (d->point > 39)
        return 0x7f800000;
    approximation a = approximate(d);
    int32_t exponent = a.exponent + 64 - 24; /* of 24 bits */
    uint32_t shift = 64 - 24;
    if (exponent < -149) {
        shift += (uint32_t)(-149 - exponent);
        exponent = -149;
    }
    uint32_t mantissa = shift < 64 ? (uint32_t)(a.mantissa >> shift) : 0;
    if (exponent > 104)
        return 0x7f800000;
    /* The number is above mantissa - 1/2 and below mantissa + 3/2, in units of 2^exponent. */
    int32_t order = compare(d, 2 * mantissa + 1, exponent - 1);
    uint32_t bits = (uint32_t)(exponent + 149) * (1u << 23) + mantissa;
    return order > 0 || (order == 0 && (mantissa & 1)) ? bits + 1 : bits;
}

float bs_parse_float(const char *text, uint32_t length)
{
    cursor c = {text, text + length};
    uint32_t sign = accept_sign(&c) ? 0x80000000u : 0;
    uint32_t bits;
    digits d;
    cursor start = c;
    if (accept_digits(&c, &d)) {
        bits = round_digits(&d);
    } else {
        const char *word = "Infinity";
        while (*word != 0 && accept(&start, *word))
            word++;
        bits = *word == 0 ? 0x7f800000 : 0x7fc00000;
    }
    bits |= sign;
    float value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}
