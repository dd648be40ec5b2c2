/* Checked conversions out of `any`. */
#include "any.h"

BS_STATIC_TEXT(text_integer, "integer");
BS_STATIC_TEXT(text_float, "float");
BS_STATIC_TEXT(text_boolean, "boolean");

int32_t bs_integer_of_other(bs_word word)
{
    bs_value value = bs_value_of(word);
    if (value.what != WHAT_INTEGER)
        bs_raise_expected(word, BS_AS_STRING(text_integer));
    return value.is.integer;
}

float bs_float_of_other(bs_word word)
{
    bs_value value = bs_value_of(word);
    if (!is_number(value))
        bs_raise_expected(word, BS_AS_STRING(text_float));
    return number_of(value);
}

bool bs_boolean_of_word(bs_word word)
{
    if (word != BS_WORD_TRUE && word != BS_WORD_FALSE)
        bs_raise_expected(word, BS_AS_STRING(text_boolean));
    return word == BS_WORD_TRUE;
}

/* The object of the word; 0 if it holds none, or a number in a box. */
static const bs_object *object_of(bs_word word)
{
    bs_value value = bs_value_of(word);
    return value.what >= WHAT_STRING ? value.is.object : 0;
}

bool bs_word_is_instance(bs_word word, uint32_t first, uint32_t last)
{
    const bs_object *object = object_of(word);
    return object != 0 && object->class_->kind <= BS_KIND_LARGE && object->class_->id - first <= last - first;
}

/* Of a word that holds no object, or a number in a box. */
static bool is_simple(bs_word word, uint32_t test)
{
    bs_value value = bs_value_of(word);
    switch (test) {
    case BS_TEST_NULL:
        return word == BS_WORD_NULL;
    case BS_TEST_INTEGER:
        return value.what == WHAT_INTEGER;
    case BS_TEST_NUMBER:
        return is_number(value);
    case BS_TEST_BOOLEAN:
        return word == BS_WORD_TRUE || word == BS_WORD_FALSE;
    default:
        return false;
    }
}

static bool is_met(bs_word word, const bs_object *object, uint32_t test, uint32_t value)
{
    if (object == 0)
        return is_simple(word, test);
    const bs_class *cls = object->class_;
    switch (test) {
    case BS_TEST_EXACTLY:
        return cls == (const bs_class *)value;
    case BS_TEST_INSTANCE:
        return bs_word_is_instance(word, value & 0xffff, value >> 16);
    case BS_TEST_ARRAY:
        return is_array(cls) && !bs_element_is_typed(cls->element);
    case BS_TEST_SIGNATURE:
        return cls->kind >= BS_KIND_CLOSURE && cls->id == value;
    default:
        return false;
    }
}

bool bs_is_of_type(bs_word word, const bs_type_tests *tests)
{
    const bs_object *object = object_of(word);
    for (uint32_t i = 0; i < tests->count; i++)
        if (is_met(word, object, tests->tests[i].test, tests->tests[i].value))
            return true;
    return false;
}

bs_word bs_word_of_type(bs_word word, const bs_type_tests *tests)
{
    const bs_object *object = object_of(word);
    for (uint32_t i = 0; i < tests->count; i++)
        if (is_met(word, object, tests->tests[i].test, tests->tests[i].value))
            return tests->tests[i].test == BS_TEST_NUMBER ? bs_word_of_float(bs_float_of_word(word)) : word;
    bs_raise_expected(word, tests->type);
}

void *bs_reference_of_word(bs_word word, const bs_type_tests *tests)
{
    return bs_untag_reference(bs_word_of_type(word, tests));
}
