/*
 * Sums over the patterns of many results of mathematics and of float conversions. The same program is built for
 * the host and for the device: what it prints must be the same.
 */
#include <stdio.h>

#include "check.h"
#include "number.h"

float bs_sin(float), bs_cos(float), bs_tan(float), bs_asin(float), bs_acos(float), bs_atan(float), bs_exp(float),
    bs_log(float), bs_log2(float), bs_log10(float), bs_atan2(float, float), bs_pow(float, float), bs_hypot(float, float),
    bs_random(void), bs_float_remainder(float, float);

static void add(uint32_t *sum, float value)
{
    uint32_t bits = value == value ? bits_of(value) : 0x7fc00000;
    *sum = (*sum ^ bits) * 16777619u;
}

static void function_of_one(const char *name, float (*function)(float))
{
    uint32_t sum = 1;
    uint32_t state = 5;
    for (uint32_t i = 0; i < 20000; i++) {
        add(&sum, function(float_of(next_word(&state))));
        add(&sum, function((float)(int32_t)next_word(&state) * 0x1p-26f));
        add(&sum, function((float)(int32_t)next_word(&state) * 0x1p-31f));
    }
    printf("%s %08lx\n", name, (unsigned long)sum);
}

static void function_of_two(const char *name, float (*function)(float, float))
{
    uint32_t sum = 1;
    uint32_t state = 6;
    for (uint32_t i = 0; i < 20000; i++) {
        float x = float_of(next_word(&state));
        float y = float_of(next_word(&state));
        add(&sum, function(x, y));
        x = (float)next_word(&state) * 0x1p-29f;
        y = (float)(int32_t)next_word(&state) * 0x1p-27f;
        add(&sum, function(x, y));
    }
    printf("%s %08lx\n", name, (unsigned long)sum);
}

/* There and back, and the characters. */
static float converted(float x)
{
    static uint32_t characters;
    char text[BS_FLOAT_TEXT];
    uint32_t length = bs_format_float(text, x);
    for (uint32_t i = 0; i < length; i++)
        characters = characters * 31 + (uint8_t)text[i];
    return bs_parse_float(text, length) + (float)(characters >> 8);
}

static float random_number(float x)
{
    (void)x;
    return bs_random();
}

int main(void)
{
    static const struct {
        const char *name;
        float (*function)(float);
    } ones[] = {{"sin", bs_sin},   {"cos", bs_cos}, {"tan", bs_tan},   {"asin", bs_asin},   {"acos", bs_acos},     {"atan", bs_atan},
                {"exp", bs_exp},   {"log", bs_log}, {"log2", bs_log2}, {"log10", bs_log10}, {"random", random_number}, {"text", converted}};
    for (uint32_t i = 0; i < sizeof ones / sizeof *ones; i++)
        function_of_one(ones[i].name, ones[i].function);
    function_of_two("atan2", bs_atan2);
    function_of_two("pow", bs_pow);
    function_of_two("hypot", bs_hypot);
    function_of_two("remainder", bs_float_remainder);
    return 0;
}
