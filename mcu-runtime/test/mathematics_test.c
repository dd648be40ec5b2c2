/*
 * Mathematics against the host's double-precision library, which is as good as exact here. Built for the
 * host from the very sources of the library.
 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "check.h"

float bs_sin(float), bs_cos(float), bs_tan(float), bs_asin(float), bs_acos(float), bs_atan(float), bs_exp(float),
    bs_log(float), bs_log2(float), bs_log10(float), bs_atan2(float, float), bs_pow(float, float), bs_hypot(float, float),
    bs_random(void);

/* How far `value` is from `exact` in units of its last place. */
static double ulps(float value, double exact)
{
    float nearest = (float)exact;
    if (isnan(exact) || isnan(value))
        return isnan(exact) && isnan(value) ? 0 : INFINITY;
    if (isinf(nearest) || isinf(value))
        return value == nearest ? 0 : isinf(nearest) && fabsf(value) == 0x1.fffffep127f && !signbit(value) == !signbit(nearest) ? 1 : INFINITY;
    if (exact == 0)
        return value == 0 && !signbit(value) == !signbit(exact) ? 0 : INFINITY;
    int exponent;
    frexp(exact, &exponent);
    return fabs((double)value - exact) / ldexp(1, (exponent < -125 ? -125 : exponent) - 24);
}

typedef struct worst {
    double ulps;
    float x, y, value;
} worst;

static void note(worst *w, double error, float x, float y, float value)
{
    if (!(error <= w->ulps))
        *w = (worst){error, x, y, value};
}

static void report(const char *name, const worst *w, double bound)
{
    printf("%-6s %.3f\n", name, w->ulps);
    CHECK(w->ulps <= bound, "%s(%a, %a) is %a: %g units in the last place, not %g", name, (double)w->x, (double)w->y,
          (double)w->value, w->ulps, bound);
}

static void function_of_one(const char *name, float (*ours)(float), double (*exact)(double), double bound, uint32_t each)
{
    worst w = {0};
    uint32_t state = 99;
    for (uint32_t exponent = 0; exponent < 512; exponent++)
        for (uint32_t i = 0; i < each; i++) {
            uint32_t mantissa = i < 8 ? i : i < 16 ? 0x7fffff - (i - 8) : next_word(&state) & 0x7fffff;
            float x = float_of(exponent << 23 | mantissa);
            float value = ours(x);
            note(&w, ulps(value, exact(x)), x, 0, value);
        }
    /* Where results are close to something special. */
    for (uint32_t i = 0; i < each * 64; i++) {
        static const float centres[] = {1, -1, 0.5f, 2, 10, 0x1.921fb6p+0f, 0x1.921fb6p+1f, 88.72f, -87.33f, -103.9f, 100, 3};
        float x = centres[i % 12] * (1 + ldexpf((float)(int32_t)next_word(&state), -(int)(31 + i / 12 % 24)));
        float value = ours(x);
        note(&w, ulps(value, exact(x)), x, 0, value);
        x = (float)((double)(next_word(&state) >> i % 32) * 1.57079632679489661923);
        value = ours(x);
        note(&w, ulps(value, exact(x)), x, 0, value);
    }
    report(name, &w, bound);
}

static void function_of_two(const char *name, float (*ours)(float, float), double (*exact)(double, double), double bound, uint32_t count)
{
    worst w = {0};
    uint32_t state = 77;
    for (uint32_t i = 0; i < count; i++) {
        float x = float_of(next_word(&state));
        float y = float_of(next_word(&state));
        switch (i % 4) {
        case 0: /* near in size */
            y = ldexpf((float)(int32_t)next_word(&state), -31) * x * 8;
            break;
        case 1: /* ordinary */
            x = fabsf(ldexpf(x, -ilogbf(x == 0 || !isfinite(x) ? 1 : x)) * ldexpf(1, (int)(next_word(&state) % 30) - 15));
            y = ldexpf((float)(int32_t)next_word(&state), -26);
            break;
        case 2: /* near 1, and powers that stay finite */
            x = 1 + ldexpf((float)(int32_t)next_word(&state), -31 - (int)(next_word(&state) % 24));
            y = ldexpf((float)(int32_t)next_word(&state), -(int)(next_word(&state) % 31));
            break;
        default:
            break;
        }
        float value = ours(x, y);
        note(&w, ulps(value, exact(x, y)), x, y, value);
    }
    report(name, &w, bound);
}

/* What C99 and ECMAScript leave different. */
static double ecmascript_pow(double x, double y)
{
    if (isnan(y) || (fabs(x) == 1 && isinf(y)))
        return NAN;
    return pow(x, y);
}

static void special_cases_of_two(const char *name, float (*ours)(float, float), double (*exact)(double, double))
{
    static const float special[] = {0.0f, -0.0f, 1, -1, 2, -2, 3, -3, 0.5f, -0.5f, 1.5f, -1.5f, 0x1p-149f, -0x1p-149f, 0x1p-126f,
                                    0x1.fffffep127f, -0x1.fffffep127f, INFINITY, -INFINITY, NAN, 16777215, -16777215, 16777216,
                                    -16777216, 33554432, 0x1.fffffep-1f, 0x1.000002p0f, 1e10f, -1e10f, 1e-10f};
    const uint32_t count = sizeof special / sizeof *special;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < count; j++) {
            float value = ours(special[i], special[j]);
            double expected = exact(special[i], special[j]);
            CHECK(ulps(value, expected) <= 1.5, "%s(%a, %a) is %a for %a", name, (double)special[i], (double)special[j],
                  (double)value, expected);
        }
}

static void special_cases_of_one(const char *name, float (*ours)(float), double (*exact)(double))
{
    static const float special[] = {0.0f, -0.0f, 1, -1, INFINITY, -INFINITY, NAN, 0x1p-149f, -0x1p-149f, 0x1.fffffep127f,
                                    -0x1.fffffep127f, 2, -2, 0.5f, -0.5f};
    for (uint32_t i = 0; i < sizeof special / sizeof *special; i++)
        CHECK(ulps(ours(special[i]), exact(special[i])) <= 1.5, "%s(%a) is %a", name, (double)special[i],
              (double)ours(special[i]));
}

static void logarithms_of_powers_are_exact(void)
{
    for (int i = -149; i < 128; i++) {
        CHECK(bs_log2(ldexpf(1, i)) == (float)i, "log2(2^%d)", i);
        CHECK(bs_pow(2, (float)i) == ldexpf(1, i), "2^%d", i);
    }
    float power = 1;
    for (int i = 0; i <= 10; i++, power *= 10) {
        CHECK(bs_log10(power) == (float)i, "log10(10^%d)", i);
        CHECK(bs_pow(10, (float)i) == power, "10^%d", i);
    }
    CHECK(bs_pow(3, 2) == 9 && bs_pow(-3, 3) == -27 && bs_pow(0.5f, 10) == 0x1p-10f, "small powers");
    CHECK(bs_exp(0) == 1 && bs_exp(-0.0f) == 1 && bs_log(1) == 0, "exp and log of 0 and 1");
}

static void random_numbers_are_in_range_and_fixed(void)
{
    CHECK(bits_of(bs_random()) == bits_of((float)(723471715u >> 8) * 0x1p-24f), "the first number");
    double sum = 0;
    for (uint32_t i = 0; i < 1000000; i++) {
        float value = bs_random();
        CHECK(value >= 0 && value < 1, "%a", (double)value);
        sum += value;
    }
    CHECK(fabs(sum / 1000000 - 0.5) < 0.001, "the mean is %f", sum / 1000000);
}

/* The argument, if any, is how many mantissas each exponent is tried with. */
int main(int count, char **arguments)
{
    uint32_t each = count > 1 ? (uint32_t)atoi(arguments[1]) : 1000;
    static const struct {
        const char *name;
        float (*ours)(float);
        double (*exact)(double);
        double bound;
    } ones[] = {
        {"sin", bs_sin, sin, 0.85},     {"cos", bs_cos, cos, 0.85},     {"tan", bs_tan, tan, 1.45},
        {"asin", bs_asin, asin, 0.9},  {"acos", bs_acos, acos, 1.15},  {"atan", bs_atan, atan, 0.85},
        {"exp", bs_exp, exp, 0.52},    {"log", bs_log, log, 0.51},    {"log2", bs_log2, log2, 0.51},
        {"log10", bs_log10, log10, 0.51},
    };
    for (uint32_t i = 0; i < sizeof ones / sizeof *ones; i++) {
        function_of_one(ones[i].name, ones[i].ours, ones[i].exact, ones[i].bound, each);
        special_cases_of_one(ones[i].name, ones[i].ours, ones[i].exact);
    }
    function_of_two("pow", bs_pow, ecmascript_pow, 0.52, each * 1000);
    function_of_two("atan2", bs_atan2, atan2, 1.55, each * 1000);
    function_of_two("hypot", bs_hypot, hypot, 1.25, each * 1000);
    special_cases_of_two("pow", bs_pow, ecmascript_pow);
    special_cases_of_two("atan2", bs_atan2, atan2);
    special_cases_of_two("hypot", bs_hypot, hypot);
    logarithms_of_powers_are_exact();
    random_numbers_are_in_range_and_fixed();
    return check_result("mathematics");
}
