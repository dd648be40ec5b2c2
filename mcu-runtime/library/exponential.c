/* The exponential function and logarithms. Each result is within 0.52 units in the last place. */
#include "binary32.h"
#include "bs_runtime.h"
#include "fixed.h"

#define LOG2_E_39 0xb8aa3b295cULL   /* log2(e) * 2^39 */
#define LN_2_32 0xb17217f8u         /* ln(2) * 2^32 */
#define LOG10_2_33 0x9a209a85u      /* log10(2) * 2^33 */

float bs_exp(float x)
{
    uint32_t bits = bs_bits(x);
    uint32_t magnitude = bits & ~BS_SIGN;
    if (magnitude > BS_INFINITE)
        return x;
    if (magnitude >= 0x43000000u) /* 128 */
        return bits >> 31 ? 0.0f : bs_float(BS_INFINITE);
    if (magnitude < 0x32000000u) /* 2^-27 */
        return 1.0f;
    uint32_t exponent = magnitude >> BS_MANTISSA_BITS;
    uint64_t product = (uint64_t)((magnitude & BS_MANTISSA) | BS_HIDDEN) * LOG2_E_39;
    /* The mantissa's unit is 2^(exponent - 150): x log2(e) in units of 2^-32. */
    int64_t power = (int64_t)(product >> (150 + 39 - 32 - exponent));
    if (bits >> 31)
        power = -power;
    return bs_float(bs_fixed_exp2((int32_t)(power >> 32), (uint32_t)power));
}

/* log2(x) * factor * 2^-point */
static float logarithm(float x, uint32_t factor, int32_t point)
{
    uint32_t bits = bs_bits(x);
    if ((bits & ~BS_SIGN) > BS_INFINITE)
        return x;
    if ((bits & ~BS_SIGN) == 0)
        return bs_float(BS_SIGN | BS_INFINITE);
    if (bits >> 31)
        return bs_nan();
    if (bits == BS_INFINITE)
        return x;
    bs_fixed log2 = bs_fixed_log2(bits);
    if (log2.value == 0)
        return 0.0f;
    uint32_t sign = log2.value < 0 ? BS_SIGN : 0;
    uint64_t magnitude = (uint64_t)(log2.value < 0 ? -log2.value : log2.value);
    uint32_t zeros = bs_leading_zeros(magnitude);
    uint64_t product = (magnitude << zeros >> 32) * factor;
    uint32_t mantissa = (uint32_t)(product >> 32) | ((uint32_t)product != 0);
    return bs_float(sign | bs_fixed_round(mantissa, 64 - (int32_t)zeros - log2.point - point));
}

float bs_log(float x)
{
    return logarithm(x, LN_2_32, 32);
}

float bs_log2(float x)
{
    return logarithm(x, 1u << 31, 31);
}

float bs_log10(float x)
{
    return logarithm(x, LOG10_2_33, 33);
}
