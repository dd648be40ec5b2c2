/* The texts of errors about types. */
#include "any.h"
#include "memory.h"
#include "text.h"

void bs_raise_type(const bs_string *text)
{
    bs_error_text(text);
    BS_RAISE(BS_ERROR_TYPE, BS_SITE_NONE);
}

void bs_raise_null(void)
{
    (void)*(const volatile uint32_t *)0;
    __builtin_unreachable();
}

bs_part bs_type_part(bs_word word)
{
    bs_value value = bs_value_of(word);
    switch (value.what) {
    case WHAT_INTEGER:
        return BS_PART("integer");
    case WHAT_FLOAT:
        return BS_PART("float");
    case WHAT_BOOLEAN:
        return BS_PART("boolean");
    case WHAT_NULL:
        return BS_PART("null");
    case WHAT_STRING:
        return BS_PART("string");
    default:
        break;
    }
    const bs_class *cls = value.is.object->class_;
    if (cls->kind >= BS_KIND_CLOSURE)
        return BS_PART("function");
    return (bs_part){cls->name->bytes, cls->name->length};
}

void bs_raise_parts(const bs_part *parts, uint32_t count)
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < count; i++)
        length += parts[i].length;
    bs_string *text = bs_new_string(length);
    char *at = text->bytes;
    for (uint32_t i = 0; i < count; i++) {
        memcpy(at, parts[i].bytes, parts[i].length);
        at += parts[i].length;
    }
    bs_raise_type(text);
}

void bs_raise_expected(bs_word word, const bs_string *expected)
{
    bs_part parts[] = {BS_PART("wrong type: expected "), {expected->bytes, expected->length}, BS_PART(", got "), bs_type_part(word)};
    bs_raise_parts(parts, 4);
}

static const char symbols[][4] = {
    [BS_OPERATOR_ADD] = "+",
    [BS_OPERATOR_SUBTRACT] = "-",
    [BS_OPERATOR_MULTIPLY] = "*",
    [BS_OPERATOR_DIVIDE] = "/",
    [BS_OPERATOR_REMAINDER] = "%",
    [BS_OPERATOR_POWER] = "**",
    [BS_OPERATOR_SHIFT_LEFT] = "<<",
    [BS_OPERATOR_SHIFT_RIGHT] = ">>",
    [BS_OPERATOR_SHIFT_RIGHT_UNSIGNED] = ">>>",
    [BS_OPERATOR_BIT_AND] = "&",
    [BS_OPERATOR_BIT_OR] = "|",
    [BS_OPERATOR_BIT_XOR] = "^",
    [BS_OPERATOR_NEGATE] = "-",
    [BS_OPERATOR_PLUS] = "+",
    [BS_OPERATOR_BIT_NOT] = "~",
    [BS_OPERATOR_INCREMENT] = "++",
    [BS_OPERATOR_DECREMENT] = "--",
    [BS_OPERATOR_LESS] = "<",
    [BS_OPERATOR_LESS_EQUAL] = "<=",
    [BS_OPERATOR_GREATER] = ">",
    [BS_OPERATOR_GREATER_EQUAL] = ">=",
};

void bs_raise_operator(uint32_t operator, bs_word a, const bs_word *b)
{
    const char *symbol = symbols[operator];
    uint32_t length = symbol[1] == 0 ? 1 : symbol[2] == 0 ? 2 : 3;
    bs_part parts[] = {BS_PART("wrong type: operator \""), {symbol, length}, BS_PART("\" on "), bs_type_part(a), BS_PART(" and "),
                    b == 0 ? BS_PART("") : bs_type_part(*b)};
    bs_raise_parts(parts, b == 0 ? 4 : 6);
}

void bs_raise_problem(const char *problem, bs_word word)
{
    uint32_t before = 0;
    while (problem[before] != '%')
        before++;
    const char *rest = problem + before + 1;
    uint32_t after = 0;
    while (rest[after] != 0)
        after++;
    bs_part parts[] = {BS_PART("wrong type: "), {problem, before}, bs_type_part(word), {rest, after}};
    bs_raise_parts(parts, 4);
}
