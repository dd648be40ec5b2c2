/* Words of type `any` taken apart and put together. */
#include "any.h"

bs_word bs_word_of_great_integer(int32_t value)
{
    bs_box *box = bs_allocate(&bs_class_box_integer, sizeof(bs_box));
    box->value.integer = value;
    return bs_word_of_reference(box);
}

bs_word bs_word_of_other_float(float value)
{
    if (value != value)
        return BS_WORD_NAN;
    if (value == __builtin_inff())
        return BS_WORD_INFINITY;
    if (value == -__builtin_inff())
        return BS_WORD_NEGATIVE_INFINITY;
    bs_box *box = bs_allocate(&bs_class_box_float, sizeof(bs_box));
    box->value.number = value;
    return bs_word_of_reference(box);
}

static bs_value float_value(float number)
{
    return (bs_value){.what = WHAT_FLOAT, .is.number = number};
}

static bs_value object_value(const bs_object *object)
{
    const bs_class *cls = object->class_;
    const bs_box *box = (const bs_box *)object;
    if (cls == &bs_class_box_integer)
        return (bs_value){.what = WHAT_INTEGER, .is.integer = box->value.integer};
    if (cls == &bs_class_box_float)
        return float_value(box->value.number);
    return (bs_value){.what = cls->kind == BS_KIND_STRING ? WHAT_STRING : WHAT_OBJECT, .is.object = object};
}

bs_value bs_value_of(bs_word word)
{
    if ((word & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER)
        return (bs_value){.what = WHAT_INTEGER, .is.integer = (int32_t)word >> 3};
    if (bs_is_float(word))
        return float_value(bs_untag_float(word));
    switch (word) {
    case BS_WORD_NULL:
        return (bs_value){.what = WHAT_NULL};
    case BS_WORD_FALSE:
    case BS_WORD_TRUE:
        return (bs_value){.what = WHAT_BOOLEAN, .is.integer = word == BS_WORD_TRUE};
    case BS_WORD_NAN:
        return float_value(__builtin_nanf(""));
    case BS_WORD_INFINITY:
        return float_value(__builtin_inff());
    case BS_WORD_NEGATIVE_INFINITY:
        return float_value(-__builtin_inff());
    default:
        return object_value(bs_untag_reference(word));
    }
}
