/* Values of type `any` as text, and the names of their types. */
#include "any.h"
#include "text.h"

bs_string *bs_string_from_word(bs_word word)
{
    bs_value value = bs_value_of(word);
    switch (value.what) {
    case WHAT_INTEGER:
        return bs_string_from_integer(value.is.integer);
    case WHAT_FLOAT:
        return bs_string_from_float(value.is.number);
    case WHAT_BOOLEAN:
        return bs_string_from_boolean(value.is.integer != 0);
    case WHAT_NULL:
        return bs_string_from_object(0);
    default:
        return bs_string_from_object(value.is.object);
    }
}

void bs_print_word(bs_word word)
{
    bs_value value = bs_value_of(word);
    switch (value.what) {
    case WHAT_INTEGER:
        bs_print_integer(value.is.integer);
        break;
    case WHAT_FLOAT:
        bs_print_float(value.is.number);
        break;
    case WHAT_BOOLEAN:
        bs_print_boolean(value.is.integer != 0);
        break;
    case WHAT_NULL:
        bs_print_object(0);
        break;
    default:
        bs_print_object(value.is.object);
    }
}

uint32_t bs_any_type(bs_word word)
{
    bs_value value = bs_value_of(word);
    switch (value.what) {
    case WHAT_INTEGER:
    case WHAT_FLOAT:
        return BS_TYPE_NUMBER;
    case WHAT_BOOLEAN:
        return BS_TYPE_BOOLEAN;
    case WHAT_NULL:
        return BS_TYPE_UNDEFINED;
    case WHAT_STRING:
        return BS_TYPE_STRING;
    default:
        return value.is.object->class_->kind >= BS_KIND_CLOSURE ? BS_TYPE_FUNCTION : BS_TYPE_OBJECT;
    }
}
