/* Strings and floats into each other. */
#include "bs_runtime.h"
#include "number.h"
#include "text.h"

bs_string *bs_string_from_float(float value)
{
    char text[BS_FLOAT_TEXT];
    return bs_string_of(text, bs_format_float(text, value));
}

int32_t bs_string_to_integer(const bs_string *s)
{
    return bs_parse_integer(s->bytes, s->length);
}

float bs_string_to_float(const bs_string *s)
{
    return bs_parse_float(s->bytes, s->length);
}
