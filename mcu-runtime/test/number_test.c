/*
 * Numbers as text and back, and the remainder, against the host's C library. Built for the host from
 * the very sources of the runtime.
 */
#include "number.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

float bs_float_remainder(float a, float b);

static const char *formatted(float value)
{
    static char text[BS_FLOAT_TEXT + 1];
    uint32_t length = bs_format_float(text, value);
    CHECK(length <= BS_FLOAT_TEXT, "%u characters", length);
    text[length] = 0;
    return text;
}

static float parsed(const char *text)
{
    return bs_parse_float(text, (uint32_t)strlen(text));
}

static void layout_is_that_of_ecmascript_with_a_point(void)
{
    static const struct {
        float value;
        const char *text;
    } cases[] = {
        {0.0f, "0.0"},
        {-0.0f, "-0.0"},
        {1.0f, "1.0"},
        {-1.5f, "-1.5"},
        {100.0f, "100.0"},
        {0.1f, "0.1"},
        {16777216.0f, "16777216.0"},
        {3.1415927f, "3.1415927"},
        {1e20f, "100000000000000000000.0"},
        {1e21f, "1e+21"},
        {-1.25e30f, "-1.25e+30"},
        {1e-6f, "0.000001"},
        {1.5e-6f, "0.0000015"},
        {1e-7f, "1e-7"},
        {1.5e-7f, "1.5e-7"},
        {3.4028235e38f, "3.4028235e+38"},
        {1.17549435e-38f, "1.1754944e-38"},
        {1.4e-45f, "1e-45"},
        {-INFINITY, "-Infinity"},
        {INFINITY, "Infinity"},
        {NAN, "NaN"},
        {123456.79f, "123456.79"},
        {12345678.0f, "12345678.0"},
        {0.3f, "0.3"},
        {2.0e-3f, "0.002"},
    };
    for (uint32_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK(strcmp(formatted(cases[i].value), cases[i].text) == 0, "%s for %s", formatted(cases[i].value),
              cases[i].text);
}

/* The digits and the decimal exponent of "d.ddde±x". */
static void next_decimal(char *text, uint32_t digits)
{
    for (uint32_t i = digits; i-- > 0;) {
        char *digit = &text[i == 0 ? 0 : i + 1];
        if (*digit != '9') {
            ++*digit;
            return;
        }
        *digit = '0';
    }
}

/* The shortest text that reads back, by trial. */
static void shortest_by_trial(float value, char *text)
{
    for (int precision = 0;; precision++) {
        sprintf(text, "%.*e", precision, (double)value);
        if (strtof(text, 0) == value)
            return;
        if ((bits_of(value) & 0x7fffff) != 0)
            continue;
        /* The gap below a power of two is half the gap above: the farther decimal may read back where the nearer does not. */
        next_decimal(text, (uint32_t)precision + 1);
        if (strtof(text, 0) == value)
            return;
    }
}

static void shortest_and_closest(uint32_t bits)
{
    char expected[40];
    float value = float_of(bits & 0x7fffffff);
    shortest_by_trial(value, expected);
    const char *text = formatted(value);
    /* Same value as a decimal: compare in double precision, which holds 9 digits exactly enough. */
    CHECK(strtod(text, 0) == strtod(expected, 0), "%s for %s", text, expected);
    uint32_t digits = 0;
    const char *first = text + strspn(text, "0.");
    const char *last = first;
    for (const char *c = first; *c != 0 && *c != 'e'; c++)
        if (*c != '0' && *c != '.')
            last = c;
    for (const char *c = first; c <= last; c++)
        digits += *c != '.';
    uint32_t expected_digits = 0;
    for (const char *c = expected; *c != 'e'; c++)
        expected_digits += *c != '.';
    CHECK(digits <= expected_digits, "%s for %s", text, expected);
    CHECK(parsed(text) == value, "%s reads as %a for %a", text, (double)parsed(text), (double)value);
}

static void every_exponent_formats_shortest(uint32_t each)
{
    uint32_t state = 1;
    for (uint32_t exponent = 0; exponent < 255; exponent++) {
        for (uint32_t i = 0; i < 16; i++) {
            if (exponent != 0 || i != 0)
                shortest_and_closest(exponent << 23 | i);
            shortest_and_closest(exponent << 23 | (0x7fffff - i));
        }
        for (uint32_t i = 0; i < 23; i++)
            shortest_and_closest(exponent << 23 | 1u << i);
        for (uint32_t i = 0; i < each; i++)
            shortest_and_closest(exponent << 23 | (next_word(&state) % 0x7fffff + 1));
    }
}

static void same_as_library(const char *text)
{
    float expected = strtof(text, 0);
    float value = parsed(text);
    CHECK(bits_of(value) == bits_of(expected), "%s reads as %a for %a", text, (double)value, (double)expected);
}

static void floats_parse_as_the_library_does(uint32_t count)
{
    static const char *const cases[] = {
        "0", "-0", "1", "1.", ".5", "-.5e3", "1e5", "1E+5", "1e-5", "0.1", "3.4028235e38", "3.4028236e38",
        "3.40282356779733661637539395458e38", "3.40282356779733661637539395459e38", "3.5e38", "1e39", "1e40", "1e400",
        "1e-45", "7e-46", "7.006492321624085354618647916449580656401309709382578858785341419448955413429303e-46",
        "7.0064923216240853546186479164495806564013097093825788587853414194489554134293e-46", "7.1e-46", "1e-46", "1e-400",
        "1e999999999999", "1e-999999999999", "0e999999999999", "1.17549435e-38", "1.1754942e-38", "1.17549421e-38",
        "16777217", "16777217.0000000000000000000000000000000000000000001", "16777216.9999999999999999999999",
        "33554435", "33554434", "33554433", "9007199791611905", "8388609.5", "8388608.5", "0.000000000000000000001e21",
        "1000000000000000000000000000000000000000e-39", "123456789012345678901234567890", "00000000000000000000012.5",
        "0.00000000000000000000000000000000000000000000000000000000000000000000000000000000000001e80", "  12", "\t\n\v\f\r +7",
    };
    for (uint32_t i = 0; i < sizeof cases / sizeof *cases; i++)
        same_as_library(cases[i]);
    uint32_t state = 7;
    for (uint32_t i = 0; i < count; i++) {
        char text[400];
        uint32_t bits = next_word(&state) & 0x7fffffff;
        if (bits >= 0x7f7fffff)
            continue;
        /* Midpoints between neighbours, exact in double precision, and just beside them. */
        double middle = ((double)float_of(bits) + (double)float_of(bits + 1)) / 2;
        sprintf(text, "%.*e", 110, middle);
        same_as_library(text);
        sprintf(text, "%.*f", 160, middle);
        same_as_library(text);
        sprintf(text, "%.*e1", (int)(next_word(&state) % 20), middle);
        same_as_library(text);
        sprintf(text, "%u.%ue%d", next_word(&state), next_word(&state), (int)(next_word(&state) % 100) - 55);
        same_as_library(text);
        sprintf(text, "%ue-%u", next_word(&state) % 10000, next_word(&state) % 50);
        same_as_library(text);
    }
}

static void only_the_number_at_the_beginning_counts(void)
{
    CHECK(parsed("12abc") == 12, "12abc");
    CHECK(parsed("1e") == 1, "1e");
    CHECK(parsed("1e+") == 1, "1e+");
    CHECK(parsed("1.2.3") == 1.2f, "1.2.3");
    CHECK(parsed("0x10") == 0, "0x10");
    CHECK(parsed("-Infinity!") == -INFINITY, "-Infinity");
    CHECK(parsed("+Infinity") == INFINITY, "+Infinity");
    static const char *const none[] = {"", " ", ".", "-", "e5", ".e5", "abc", "inf", "nan", "Infinit", "- 1"};
    for (uint32_t i = 0; i < sizeof none / sizeof *none; i++)
        CHECK(isnan(parsed(none[i])), "%s", none[i]);
    CHECK(bs_parse_float("123", 2) == 12, "the length ends the text");
}

static void integers_parse_and_saturate(void)
{
    static const struct {
        const char *text;
        int32_t value;
    } cases[] = {
        {"0", 0}, {"12", 12}, {"-12", -12}, {"+7", 7}, {"  42 apples", 42}, {"", 0}, {"x", 0}, {"-", 0},
        {"2147483647", INT32_MAX}, {"2147483648", INT32_MAX}, {"99999999999999", INT32_MAX}, {"-2147483648", INT32_MIN},
        {"-2147483649", INT32_MIN}, {"-99999999999", INT32_MIN}, {"0x1f", 31}, {"0X1F", 31}, {"-0x10", -16}, {"0x", 0},
        {"0xg", 0}, {"0x7fffffff", INT32_MAX}, {"0x80000000", INT32_MAX}, {"-0x80000000", INT32_MIN}, {"12.9", 12},
        {"1e3", 1}, {"0b11", 0}, {"\t\n8", 8}, {"2147483646", INT32_MAX - 1}, {"0xfffffffff", INT32_MAX},
    };
    for (uint32_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t value = bs_parse_integer(cases[i].text, (uint32_t)strlen(cases[i].text));
        CHECK(value == cases[i].value, "%s reads as %d", cases[i].text, value);
    }
}


static void remainder_is_exact(uint32_t count)
{
    static const uint32_t special[] = {0,          0x80000000, 1,          0x80000001, 0x7fffff,   0x800000,   0x3f800000,
                                       0xbf800000, 0x7f7fffff, 0xff7fffff, 0x7f800000, 0xff800000, 0x7fc00000, 0x40490fdb};
    const uint32_t specials = sizeof special / sizeof *special;
    uint32_t state = 3;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t a = i < specials * specials ? special[i / specials] : next_word(&state);
        uint32_t b = i < specials * specials ? special[i % specials] : next_word(&state);
        if (i % 2 == 1 && i >= specials * specials) /* near in size */
            b = (a & 0x7f800000) - ((b & 7) << 23) + (b >> 9);
        float expected = fmodf(float_of(a), float_of(b));
        float value = bs_float_remainder(float_of(a), float_of(b));
        CHECK(isnan(expected) ? isnan(value) : bits_of(value) == bits_of(expected), "%a %% %a is %a for %a",
              (double)float_of(a), (double)float_of(b), (double)value, (double)expected);
    }
}

/* The argument, if any, is how many random mantissas each exponent is tried with. */
int main(int count, char **arguments)
{
    uint32_t each = count > 1 ? (uint32_t)atoi(arguments[1]) : 400;
    layout_is_that_of_ecmascript_with_a_point();
    every_exponent_formats_shortest(each);
    floats_parse_as_the_library_does(each * 100);
    only_the_number_at_the_beginning_counts();
    integers_parse_and_saturate();
    remainder_is_exact(each * 1000);
    return check_result("numbers");
}
