/* The errors of members that are not there, and of calls. */
#include "any.h"
#include "bs_member.h"
#include "text.h"

void bs_raise_member(bs_word word, const bs_string *name)
{
    if (word == BS_WORD_NULL)
        bs_raise_null();
    bs_part parts[] = {BS_PART("unknown property or method: "), bs_type_part(word), BS_PART(" has no \""),
                       {name->bytes, name->length}, BS_PART("\"")};
    bs_raise_parts(parts, 5);
}

void bs_raise_count(int32_t least, int32_t most, uint32_t given)
{
    char from[BS_INTEGER_TEXT], to[BS_INTEGER_TEXT], got[BS_INTEGER_TEXT];
    bs_part parts[] = {BS_PART("wrong argument count: expected "),
                       most < 0 ? BS_PART("at least ") : BS_PART(""),
                       {from, bs_format_integer(from, least)},
                       least < most ? BS_PART(" to ") : BS_PART(""),
                       {to, least < most ? bs_format_integer(to, most) : 0},
                       BS_PART(", got "),
                       {got, bs_format_integer(got, (int32_t)given)}};
    bs_raise_parts(parts, 7);
}

BS_STATIC_TEXT(function, "function");

void bs_raise_not_callable(bs_word word)
{
    if (word == BS_WORD_NULL)
        bs_raise_null();
    bs_raise_expected(word, BS_AS_STRING(function));
}
