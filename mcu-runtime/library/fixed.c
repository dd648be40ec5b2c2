#include "fixed.h"

#include "binary32.h"

/*
 * A number is written as 2^k m with m from 3/4 to 3/2, so that near 1 nothing cancels. With c, a
 * reciprocal of m to eight bits, m c is exactly 1 + r, |r| < 0.041, and log2(m) = -log2(c) + log2(1 + r).
 */
#define FIRST 12 /* m in sixteenths, rounded, of the first entry; the last is 24 */

static const uint16_t reciprocals[] = {341, 315, 293, 273, 256, 241, 228, 216, 205, 195, 186, 178, 171}; /* c * 256 */

/* -log2(c) * 2^62 */
static const int64_t reciprocal_logarithms[] = {
    -1907522137111852115, -1379853434997978523, -898157462531978715, -427766809889382479, 0,
    401727030164215213,   770658785216059654,   1130381879214545480, 1478137143738472106, 1810869301941189503,
    2125254867528546500,  2417752806341160436,  2684681417763370782,
};

/* log2(1 + r) = r (log2(e) + r (c0 + c1 r + ...)), the coefficients times 2^31. Minimax, 2^-38.9 of the logarithm. */
static const int32_t log2_coefficients[] = {-0x5c551d95, 0x3d8e13b9, -0x2e2a8b30, 0x24eed306, -0x1ed81f33, 0x1a74aa12};
#define LOG2_E_62 0x5c551d94ae0bf85eLL /* log2(e) * 2^62 */

/* r and the result times 2^32 and 2^62. */
static int64_t log2_near_1(int32_t r)
{
    int32_t sum = log2_coefficients[5];
    for (int32_t i = 4; i >= 0; i--)
        sum = log2_coefficients[i] + (int32_t)((int64_t)sum * r >> 32);
    int64_t slope = LOG2_E_62 + ((int64_t)sum * r >> 1);
    return (int64_t)r * (int32_t)(slope >> 32) + ((int64_t)r * (int64_t)(uint32_t)slope >> 32);
}

bs_fixed bs_fixed_log2(uint32_t bits)
{
    int32_t k = (int32_t)(bits >> BS_MANTISSA_BITS) - BS_BIAS;
    uint32_t m = bits & BS_MANTISSA;
    if (k == -BS_BIAS) {
        int32_t shift = __builtin_clz(m) - 8;
        m <<= shift;
        k = 1 - BS_BIAS - shift;
    }
    m |= BS_HIDDEN;
    /* from here on m is in units of 2^-24 */
    if (m >= BS_HIDDEN + BS_HIDDEN / 2)
        k++;
    else
        m <<= 1;
    uint32_t entry = ((m + (1u << 19)) >> 20) - FIRST;
    int32_t r = (int32_t)(m * reciprocals[entry]); /* less 2^32, which is lost */
    int64_t logarithm = reciprocal_logarithms[entry] + log2_near_1(r);
    if (k == 0)
        return (bs_fixed){logarithm, 62};
    return (bs_fixed){(int64_t)k * (1LL << 54) + (logarithm >> 8), 54};
}

/* 2^f = 1 + f (c0 + c1 f + ...), the coefficients times 2^32. Minimax, 2^-33.6 of the power. */
static const uint32_t exp2_coefficients[] = {0xb1721808, 0x3d7f7a4b, 0x0e3593ba, 0x02761501, 0x0057f13a, 0x00096c33, 0x00016785};

uint32_t bs_fixed_exp2(int32_t whole, uint32_t fraction)
{
    uint32_t sum = exp2_coefficients[6];
    for (int32_t i = 5; i >= 0; i--)
        sum = exp2_coefficients[i] + bs_multiply_high(sum, fraction);
    return bs_fixed_round(0x80000000u + (bs_multiply_high(sum, fraction) >> 1), whole - 31);
}

uint32_t bs_fixed_round(uint32_t mantissa, int32_t exponent)
{
    int32_t zeros = __builtin_clz(mantissa);
    mantissa <<= zeros;
    exponent += 31 - zeros + BS_BIAS; /* biased: 1 to 254 for a normal number */
    if (exponent >= 255)
        return BS_INFINITE;
    uint32_t dropped = 8;
    uint32_t bits = 0;
    if (exponent > 0)
        bits = (uint32_t)(exponent - 1) << BS_MANTISSA_BITS; /* the hidden bit adds the missing 1 */
    else if (exponent < -23)
        return 0;
    else
        dropped += (uint32_t)(1 - exponent); /* at most 32 */
    uint32_t half = 1u << (dropped - 1);
    uint32_t rest = mantissa & (2 * half - 1);
    uint32_t kept = dropped < 32 ? mantissa >> dropped : 0;
    return bits + kept + (rest > half || (rest == half && (kept & 1) != 0));
}
