/* Operators on numbers in `any` of which the code in line does not know how to do them. */
#include "any.h"

static BS_COLD int32_t raise_division(void)
{
    BS_RAISE(BS_ERROR_DIVISION, BS_SITE_NONE);
}

static int32_t on_integers(int32_t a, int32_t b, uint32_t operator)
{
    switch (operator) {
    case BS_OPERATOR_ADD:
        return a + b;
    case BS_OPERATOR_SUBTRACT:
        return a - b;
    case BS_OPERATOR_MULTIPLY:
        return a * b;
    case BS_OPERATOR_DIVIDE:
        return b == 0 ? raise_division() : bs_divide(a, b);
    case BS_OPERATOR_REMAINDER:
        return b == 0 ? raise_division() : bs_remainder(a, b);
    case BS_OPERATOR_SHIFT_LEFT:
        return (int32_t)((uint32_t)a << (b & 31));
    case BS_OPERATOR_SHIFT_RIGHT:
        return a >> (b & 31);
    case BS_OPERATOR_SHIFT_RIGHT_UNSIGNED:
        return (int32_t)((uint32_t)a >> (b & 31));
    case BS_OPERATOR_BIT_AND:
        return a & b;
    case BS_OPERATOR_BIT_OR:
        return a | b;
    default:
        return a ^ b;
    }
}

static float on_floats(float a, float b, uint32_t operator)
{
    switch (operator) {
    case BS_OPERATOR_ADD:
        return a + b;
    case BS_OPERATOR_SUBTRACT:
        return a - b;
    case BS_OPERATOR_MULTIPLY:
        return a * b;
    case BS_OPERATOR_DIVIDE:
        return a / b;
    default:
        return bs_float_remainder(a, b);
    }
}

bs_word bs_any_arithmetic(bs_word a, bs_word b, uint32_t operator)
{
    bs_value x = bs_value_of(a);
    bs_value y = bs_value_of(b);
    if (x.what == WHAT_INTEGER && y.what == WHAT_INTEGER)
        return bs_word_of_integer(on_integers(x.is.integer, y.is.integer, operator));
    if (!is_number(x) || !is_number(y) || operator >= BS_OPERATOR_SHIFT_LEFT)
        bs_raise_operator(operator, a, &b);
    return bs_word_of_float(on_floats(number_of(x), number_of(y), operator));
}

bs_word bs_any_power(bs_word a, bs_word b)
{
    bs_value x = bs_value_of(a);
    bs_value y = bs_value_of(b);
    if (x.what == WHAT_INTEGER && y.what == WHAT_INTEGER)
        return bs_word_of_integer(bs_integer_power(x.is.integer, y.is.integer));
    if (!is_number(x) || !is_number(y))
        bs_raise_operator(BS_OPERATOR_POWER, a, &b);
    return bs_word_of_float(bs_pow(number_of(x), number_of(y)));
}

bs_word bs_any_other_add(bs_word a, bs_word b)
{
    bs_value x = bs_value_of(a);
    bs_value y = bs_value_of(b);
    if (is_number(x) && is_number(y))
        return bs_any_arithmetic(a, b, BS_OPERATOR_ADD);
    if (x.what != WHAT_STRING && y.what != WHAT_STRING)
        bs_raise_operator(BS_OPERATOR_ADD, a, &b);
    const bs_string *left = bs_string_from_word(a);
    return bs_word_of_reference(bs_string_concat(left, bs_string_from_word(b)));
}

static float unary_float(float a, uint32_t operator)
{
    switch (operator) {
    case BS_OPERATOR_NEGATE:
        return -a;
    case BS_OPERATOR_INCREMENT:
        return a + 1.0f;
    case BS_OPERATOR_DECREMENT:
        return a - 1.0f;
    default:
        return a;
    }
}

bs_word bs_any_unary(bs_word a, uint32_t operator)
{
    bs_value x = bs_value_of(a);
    if (!is_number(x) || (operator == BS_OPERATOR_BIT_NOT && x.what == WHAT_FLOAT))
        bs_raise_operator(operator, a, 0);
    if (operator == BS_OPERATOR_PLUS)
        return a;
    if (x.what == WHAT_FLOAT)
        return bs_word_of_float(unary_float(x.is.number, operator));
    int32_t integer = x.is.integer;
    switch (operator) {
    case BS_OPERATOR_NEGATE:
        return bs_word_of_integer(-integer);
    case BS_OPERATOR_BIT_NOT:
        return bs_word_of_integer(~integer);
    default:
        return bs_word_of_integer(operator == BS_OPERATOR_INCREMENT ? integer + 1 : integer - 1);
    }
}
