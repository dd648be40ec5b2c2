/* Elements and length of a value of type `any`. */
#include "any.h"

/* The array that the value is; 0 if it is a string. Anything else has not what is asked for. */
static void *array_of(bs_word of, const char *problem)
{
    bs_value value = bs_value_of(of);
    if (value.what == WHAT_NULL)
        bs_raise_null();
    if (value.what == WHAT_STRING)
        return 0;
    if (value.what != WHAT_OBJECT || !is_array(value.is.object->class_))
        bs_raise_problem(problem, of);
    return (void *)value.is.object;
}

bs_word bs_any_length(bs_word of)
{
    array_of(of, "% has no length");
    return bs_word_of_integer((int32_t)((const bs_array *)bs_untag_reference(of))->length);
}

bs_word bs_any_element(bs_word of, bs_word index)
{
    const void *array = array_of(of, "% has no elements");
    int32_t at = bs_integer_of_word(index);
    if (array == 0)
        return bs_word_of_reference(bs_string_at(bs_untag_reference(of), at));
    return bs_view_element(array, at);
}

bs_word bs_any_set_element(bs_word of, bs_word index, bs_word value)
{
    void *array = array_of(of, "% has no elements");
    if (array == 0)
        bs_raise_problem("the elements of % cannot be assigned", of);
    return bs_view_set_element(array, bs_integer_of_word(index), value);
}

bs_word bs_any_item(bs_word of, int32_t index)
{
    const void *array = array_of(of, "% has no elements");
    if (array == 0)
        return bs_word_of_reference(bs_string_character(bs_untag_reference(of), index));
    return bs_view_element(array, index);
}

int32_t bs_any_item_step(bs_word of, bs_word item)
{
    if (((const bs_object *)bs_untag_reference(of))->class_->kind != BS_KIND_STRING)
        return 1;
    return (int32_t)((const bs_string *)bs_untag_reference(item))->length;
}
