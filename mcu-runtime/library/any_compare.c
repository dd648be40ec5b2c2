/* Truth and comparison of values of type `any`. */
#include "any.h"

bool bs_any_other_truth(bs_word word)
{
    bs_value value = bs_value_of(word);
    switch (value.what) {
    case WHAT_FLOAT:
        return value.is.number < 0 || value.is.number > 0;
    case WHAT_NULL:
        return false;
    case WHAT_STRING:
        return ((const bs_string *)value.is.object)->length != 0;
    case WHAT_OBJECT:
        return true;
    default:
        return value.is.integer != 0;
    }
}

bool bs_any_other_equal(bs_word a, bs_word b)
{
    bs_value x = bs_value_of(a);
    bs_value y = bs_value_of(b);
    if (is_number(x) && is_number(y)) {
        if (x.what != y.what)
            return x.what == WHAT_INTEGER ? bs_same_number(x.is.integer, y.is.number)
                                          : bs_same_number(y.is.integer, x.is.number);
        return x.what == WHAT_INTEGER ? x.is.integer == y.is.integer : x.is.number == y.is.number;
    }
    if (x.what == WHAT_STRING && y.what == WHAT_STRING)
        return bs_string_equal((const bs_string *)x.is.object, (const bs_string *)y.is.object);
    return a == b;
}

bool bs_any_compare(bs_word a, bs_word b, uint32_t operator)
{
    bs_value x = bs_value_of(a);
    bs_value y = bs_value_of(b);
    bool less, equal;
    if (x.what == WHAT_STRING && y.what == WHAT_STRING) {
        int32_t order = bs_string_compare((const bs_string *)x.is.object, (const bs_string *)y.is.object);
        less = order < 0;
        equal = order == 0;
    } else if (x.what == WHAT_INTEGER && y.what == WHAT_INTEGER) {
        less = x.is.integer < y.is.integer;
        equal = x.is.integer == y.is.integer;
    } else if (is_number(x) && is_number(y)) {
        float left = number_of(x), right = number_of(y);
        if (left != left || right != right)
            return false;
        less = left < right;
        equal = left == right;
    } else {
        bs_raise_operator(operator, a, &b);
    }
    switch (operator) {
    case BS_OPERATOR_LESS:
        return less;
    case BS_OPERATOR_LESS_EQUAL:
        return less || equal;
    case BS_OPERATOR_GREATER:
        return !less && !equal;
    default:
        return !less;
    }
}
