#include "decimal.h"

bs_wide bs_wide_shifted(uint32_t value, uint32_t bits)
{
    bs_wide result = {{0}};
    uint64_t spread = (uint64_t)value << bits % 32;
    result.words[bits / 32] = (uint32_t)spread;
    if (spread >> 32 != 0)
        result.words[bits / 32 + 1] = (uint32_t)(spread >> 32);
    return result;
}

void bs_wide_scale(bs_wide *a, uint32_t factor)
{
    uint32_t carry = 0;
    for (uint32_t i = 0; i < BS_WIDE_WORDS; i++) {
        uint64_t product = (uint64_t)a->words[i] * factor + carry;
        a->words[i] = (uint32_t)product;
        carry = (uint32_t)(product >> 32);
    }
}

void bs_wide_subtract(bs_wide *a, const bs_wide *b)
{
    uint32_t borrow = 0;
    for (uint32_t i = 0; i < BS_WIDE_WORDS; i++) {
        uint64_t difference = (uint64_t)a->words[i] - b->words[i] - borrow;
        a->words[i] = (uint32_t)difference;
        borrow = (uint32_t)(difference >> 32) & 1;
    }
}

bs_wide bs_wide_sum(const bs_wide *a, const bs_wide *b)
{
    bs_wide result;
    uint32_t carry = 0;
    for (uint32_t i = 0; i < BS_WIDE_WORDS; i++) {
        uint64_t sum = (uint64_t)a->words[i] + b->words[i] + carry;
        result.words[i] = (uint32_t)sum;
        carry = (uint32_t)(sum >> 32);
    }
    return result;
}

int32_t bs_wide_compare(const bs_wide *a, const bs_wide *b)
{
    for (uint32_t i = BS_WIDE_WORDS; i-- > 0;)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

bool bs_wide_is_zero(const bs_wide *a)
{
    uint32_t any = 0;
    for (uint32_t i = 0; i < BS_WIDE_WORDS; i++)
        any |= a->words[i];
    return any == 0;
}

int32_t bs_decimal_point(uint32_t mantissa, int32_t exponent)
{
    int32_t log2 = exponent + 31 - __builtin_clz(mantissa);
    /* 19728 / 65536 is just below log10 of 2. */
    return ((log2 * 19728) >> 16) + 1;
}

uint32_t bs_decimal_digit(bs_wide *digits, const bs_wide *unit)
{
    bs_wide_scale(digits, 10);
    uint32_t digit = 0;
    while (bs_wide_compare(digits, unit) >= 0) {
        bs_wide_subtract(digits, unit);
        digit++;
    }
    return digit;
}
