/*
 * Sine, cosine, tangent. An angle is reduced exactly, then polynomials (minimax, of an eighth of a turn)
 * are evaluated so that only the last addition rounds noticeably: within 0.85 units in the last place, the
 * tangent within 1.45.
 */
#include "angle.h"
#include "binary32.h"
#include "bs_runtime.h"

#define TINY 0x39800000u /* 2^-12: below, sine and tangent are the angle itself */

/* A number as the sum of a rounded value and what rounding lost. */
typedef struct pair {
    float value;
    float lost;
} pair;

static inline pair sum(float large, float small)
{
    float value = large + small;
    return (pair){value, small - (value - large)};
}

/* sin(a) - a.high: error 2^-27.9 of the sine. */
static inline float sine_rest(bs_angle a)
{
    float square = a.high * a.high;
    float series = -0x1.555546p-3f + square * (0x1.110778p-7f + square * -0x1.995404p-13f);
    return square * a.high * series + (a.low - 0.5f * square * a.low);
}

static inline pair sine_of(bs_angle a)
{
    return sum(a.high, sine_rest(a));
}

/* Error 2^-33 of the cosine. */
static inline pair cosine_of(bs_angle a)
{
    float square = a.high * a.high;
    float half = 0.5f * square;
    float most = 1.0f - half;
    float series = 0x1.55554ap-5f + square * (-0x1.6c0c28p-10f + square * 0x1.99e80cp-16f);
    return sum(most, ((1.0f - most) - half) + (square * square * series - a.high * a.low));
}

/* The sine of the angle `quadrants` quadrants on. */
static float sine(float x, uint32_t quadrants)
{
    bs_angle a = bs_reduce_angle(x);
    uint32_t quadrant = a.quadrant + quadrants;
    float result = (quadrant & 1 ? cosine_of(a) : sine_of(a)).value;
    return quadrant & 2 ? -result : result;
}

float bs_sin(float x)
{
    uint32_t magnitude = bs_bits(x) & ~BS_SIGN;
    if (magnitude >= BS_INFINITE)
        return bs_nan();
    return magnitude < TINY ? x : sine(x, 0);
}

float bs_cos(float x)
{
    if ((bs_bits(x) & ~BS_SIGN) >= BS_INFINITE)
        return bs_nan();
    return sine(x, 1);
}

float bs_tan(float x)
{
    uint32_t magnitude = bs_bits(x) & ~BS_SIGN;
    if (magnitude >= BS_INFINITE)
        return bs_nan();
    if (magnitude < TINY)
        return x;
    bs_angle a = bs_reduce_angle(x);
    pair above = sine_of(a);
    pair below = cosine_of(a);
    if (a.quadrant & 1) {
        pair cosine = below;
        below = (pair){-above.value, -above.lost};
        above = cosine;
    }
    float quotient = above.value / below.value;
    return quotient + (above.lost - quotient * below.lost) / below.value;
}
