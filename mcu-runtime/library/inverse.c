/*
 * The inverse trigonometric functions, by minimax polynomials of a part of their range and the usual
 * identities for the rest; within 1.15 units in the last place, of two
 * arguments within 1.55.
 */
#include "binary32.h"
#include "bs_runtime.h"

#define HALF_PI 0x1.921fb6p+0f
#define HALF_PI_LOST -0x1.777a5cp-25f
#define QUARTER_PI 0x1.921fb6p-1f
#define PI 0x1.921fb6p+1f
#define PI_LOST -0x1.777a5cp-24f

/* arctan(t) - t for |t| <= 7/16: error 2^-29.6 of the arctangent. */
static float arctangent_rest(float t)
{
    float square = t * t;
    float series = -0x1.555542p-2f
                   + square * (0x1.998df8p-3f + square * (-0x1.236f16p-3f + square * (0x1.add6b4p-4f + square * -0x1.dd3c84p-5f)));
    return t * square * series;
}

/* For x >= 0, infinity included. */
static float positive_arctangent(float x)
{
    if (x < 0.4375f)
        return x + arctangent_rest(x);
    /* arctan(x) = arctan(c) + arctan((x - c) / (1 + c x)) with c = 1/2, 1, 3/2, infinity */
    float t, base, lost;
    if (x < 0.6875f) {
        t = (2.0f * x - 1.0f) / (2.0f + x);
        base = 0x1.dac67p-2f;
        lost = 0x1.586ed4p-28f;
    } else if (x < 1.1875f) {
        t = (x - 1.0f) / (x + 1.0f);
        base = QUARTER_PI;
        lost = -0x1.777a5cp-26f;
    } else if (x < 2.4375f) {
        t = (x - 1.5f) / (1.0f + 1.5f * x);
        base = 0x1.f730bep-1f;
        lost = -0x1.afc12cp-26f;
    } else {
        t = -1.0f / x;
        base = HALF_PI;
        lost = HALF_PI_LOST;
    }
    return base + ((arctangent_rest(t) + lost) + t);
}

static float with_sign(float magnitude, float sign)
{
    return bs_float(bs_bits(magnitude) | (bs_bits(sign) & BS_SIGN));
}

float bs_atan(float x)
{
    if (x != x)
        return x;
    return with_sign(positive_arctangent(bs_float(bs_bits(x) & ~BS_SIGN)), x);
}

float bs_atan2(float y, float x)
{
    if (x != x || y != y)
        return bs_nan();
    uint32_t y_magnitude = bs_bits(y) & ~BS_SIGN;
    uint32_t x_magnitude = bs_bits(x) & ~BS_SIGN;
    float angle;
    if (y_magnitude == 0)
        angle = 0.0f;
    else if (y_magnitude == BS_INFINITE && x_magnitude == BS_INFINITE)
        angle = QUARTER_PI;
    else
        angle = positive_arctangent(bs_float(y_magnitude) / bs_float(x_magnitude));
    if (bs_bits(x) >> 31)
        angle = PI - (angle - PI_LOST);
    return with_sign(angle, y);
}

/* arcsin(t) - t for |t| <= 1/2, given its square: error 2^-27.6 of the arcsine. */
static float arcsine_rest(float t, float square)
{
    float series = 0x1.5555c8p-3f
                   + square * (0x1.3301fcp-4f + square * (0x1.747d06p-5f + square * (0x1.8c2d84p-6f + square * 0x1.596d6p-5f)));
    return t * square * series;
}

float bs_asin(float x)
{
    float magnitude = bs_float(bs_bits(x) & ~BS_SIGN);
    if (!(magnitude <= 1.0f))
        return bs_nan();
    if (magnitude < 0.5f)
        return magnitude < 0x1p-12f ? x : x + arcsine_rest(x, x * x);
    if (magnitude == 1.0f)
        return with_sign(HALF_PI, x);
    /* arcsin(x) = pi/2 - 2 arcsin(t), t = sqrt((1 - x) / 2): t as the sum of twelve bits, whose square is exact, and the rest */
    float square = 0.5f * (1.0f - magnitude);
    float t = bs_square_root(square);
    float high = bs_float(bs_bits(t) & ~0xfffu);
    float low = (square - high * high) / (t + high);
    float small = 2.0f * arcsine_rest(t, square) - (HALF_PI_LOST - 2.0f * low);
    return with_sign(QUARTER_PI - (small - (QUARTER_PI - 2.0f * high)), x);
}

float bs_acos(float x)
{
    float magnitude = bs_float(bs_bits(x) & ~BS_SIGN);
    if (!(magnitude <= 1.0f))
        return bs_nan();
    if (magnitude < 0.5f)
        return HALF_PI - (x - (HALF_PI_LOST - arcsine_rest(x, x * x)));
    float square = 0.5f * (1.0f - magnitude);
    float t = bs_square_root(square);
    float rest = arcsine_rest(t, square);
    return x < 0.0f ? PI - 2.0f * (t + (rest - 0.5f * PI_LOST)) : 2.0f * (t + rest);
}
