/*
 * Applies one function of the device to what comes in on standard input, for org.bluescript.backend.twins.
 * Built for the host from the device's own sources.
 *
 *     numbers NAME     pairs of words in, one word out for each
 *     numbers format   words in; for each the number of characters as a byte, then the characters
 *     numbers parse    texts in, a byte with the number of characters before each; a float's and an integer's word out
 */
#include <stdio.h>
#include <string.h>

/* One instruction on the device (ARMv7-M ARM, A7.7.226). */
#define bs_float_to_integer bs_float_to_integer_by_instruction
#include "bs_runtime.h"
#undef bs_float_to_integer
static int32_t bs_float_to_integer(float x)
{
    return x != x ? 0 : x >= 0x1p31f ? INT32_MAX : x < -0x1p31f ? INT32_MIN : (int32_t)x;
}
#include "bs_inline.h"

#undef BS_RAISE
#define BS_RAISE(error, site) __builtin_trap()
#include "../library/integer_power.c"

#include "../library/binary32.h"
#include "../library/number.h"

#define ONE(name, in, out)                               \
    static uint32_t apply_##name(uint32_t a, uint32_t b) \
    {                                                    \
        (void)b;                                         \
        return out(bs_##name(in(a)));                    \
    }
#define TWO(name, in, out)                               \
    static uint32_t apply_##name(uint32_t a, uint32_t b) \
    {                                                    \
        return out(bs_##name(in(a), in(b)));             \
    }
#define FLOATS(name) ONE(name, bs_float, bs_bits)
#define TO_INTEGER(name) ONE(name, bs_float, (uint32_t))

FLOATS(sin)
FLOATS(cos)
FLOATS(tan)
FLOATS(asin)
FLOATS(acos)
FLOATS(atan)
FLOATS(exp)
FLOATS(log)
FLOATS(log2)
FLOATS(log10)
FLOATS(square_root)
FLOATS(sign_float)
TO_INTEGER(float_to_integer)
TO_INTEGER(floor)
TO_INTEGER(ceil)
TO_INTEGER(round)
TWO(atan2, bs_float, bs_bits)
TWO(pow, bs_float, bs_bits)
TWO(hypot, bs_float, bs_bits)
TWO(float_remainder, bs_float, bs_bits)
TWO(min_float, bs_float, bs_bits)
TWO(max_float, bs_float, bs_bits)
TWO(integer_power, (int32_t), (uint32_t))

static uint32_t apply_same_number(uint32_t a, uint32_t b)
{
    return bs_same_number((int32_t)a, bs_float(b));
}

static uint32_t apply_random(uint32_t a, uint32_t b)
{
    (void)a;
    (void)b;
    return bs_bits(bs_random());
}

#define ENTRY(name) {#name, apply_##name}
static const struct {
    const char *name;
    uint32_t (*apply)(uint32_t a, uint32_t b);
} functions[] = {
    ENTRY(sin),   ENTRY(cos),   ENTRY(tan),         ENTRY(asin),       ENTRY(acos),             ENTRY(atan),
    ENTRY(exp),   ENTRY(log),   ENTRY(log2),        ENTRY(log10),      ENTRY(square_root),      ENTRY(sign_float),
    ENTRY(floor), ENTRY(ceil),  ENTRY(round),       ENTRY(pow),        ENTRY(float_to_integer), ENTRY(float_remainder),
    ENTRY(atan2), ENTRY(hypot), ENTRY(min_float),   ENTRY(max_float),  ENTRY(integer_power),    ENTRY(random),
    ENTRY(same_number),
};

static void apply(uint32_t (*function)(uint32_t a, uint32_t b))
{
    static uint32_t in[2 * 4096], out[4096];
    size_t count;
    while ((count = fread(in, 8, 4096, stdin)) != 0) {
        for (size_t i = 0; i < count; i++)
            out[i] = function(in[2 * i], in[2 * i + 1]);
        fwrite(out, 4, count, stdout);
    }
}

static void format(void)
{
    uint32_t bits;
    while (fread(&bits, 4, 1, stdin) == 1) {
        char text[BS_FLOAT_TEXT];
        uint32_t length = bs_format_float(text, bs_float(bits));
        putchar((int)length);
        fwrite(text, 1, length, stdout);
    }
}

static void parse(void)
{
    int length;
    while ((length = getchar()) != EOF) {
        char text[256];
        if (fread(text, 1, (size_t)length, stdin) != (size_t)length)
            return;
        uint32_t out[2] = {bs_bits(bs_parse_float(text, (uint32_t)length)), (uint32_t)bs_parse_integer(text, (uint32_t)length)};
        fwrite(out, 4, 2, stdout);
    }
}

int main(int count, char **arguments)
{
    const char *name = count == 2 ? arguments[1] : "";
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(name, functions[i].name) == 0) {
            apply(functions[i].apply);
            return 0;
        }
    if (strcmp(name, "format") == 0)
        format();
    else if (strcmp(name, "parse") == 0)
        parse();
    else
        return 1;
    return 0;
}
