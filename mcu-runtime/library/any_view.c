/* Arrays of every kind, seen as arrays of words. */
#include "any.h"
#include "memory.h"

static void *elements_of(const void *array)
{
    const bs_array *inline_array = array;
    return inline_array->class_->kind == BS_KIND_VECTOR ? ((const bs_vector *)array)->elements
                                                        : (void *)inline_array->elements;
}

static void check_index(const void *array, int32_t index)
{
    if ((uint32_t)index >= ((const bs_array *)array)->length)
        BS_RAISE(BS_ERROR_INDEX, BS_SITE_NONE);
}

/* An element as it lies in memory, whatever its kind. */
static uint32_t load(const void *elements, uint32_t element, uint32_t index)
{
    switch (element) {
    case BS_ELEMENT_BOOLEAN:
    case BS_ELEMENT_UINT8:
        return ((const uint8_t *)elements)[index];
    case BS_ELEMENT_INT8:
        return (uint32_t)((const int8_t *)elements)[index];
    case BS_ELEMENT_INT16:
        return (uint32_t)((const int16_t *)elements)[index];
    case BS_ELEMENT_UINT16:
        return ((const uint16_t *)elements)[index];
    default:
        return ((const uint32_t *)elements)[index];
    }
}

static void store(void *elements, uint32_t element, uint32_t index, uint32_t bits)
{
    switch (element) {
    case BS_ELEMENT_BOOLEAN:
    case BS_ELEMENT_UINT8:
    case BS_ELEMENT_INT8:
        ((uint8_t *)elements)[index] = (uint8_t)bits;
        break;
    case BS_ELEMENT_INT16:
    case BS_ELEMENT_UINT16:
        ((uint16_t *)elements)[index] = (uint16_t)bits;
        break;
    default:
        ((uint32_t *)elements)[index] = bits;
    }
}

static bs_word word_of(uint32_t bits, uint32_t element)
{
    float number;
    switch (element) {
    case BS_ELEMENT_INTEGER:
    case BS_ELEMENT_UINT8:
    case BS_ELEMENT_INT8:
    case BS_ELEMENT_INT16:
    case BS_ELEMENT_UINT16:
    case BS_ELEMENT_INT32:
        return bs_word_of_integer((int32_t)bits);
    case BS_ELEMENT_FLOAT:
    case BS_ELEMENT_FLOAT32:
        __builtin_memcpy(&number, &bits, sizeof number);
        return bs_word_of_float(number);
    case BS_ELEMENT_BOOLEAN:
        return bs_word_of_boolean(bits != 0);
    case BS_ELEMENT_REFERENCE:
        return bits + BS_WORD_TAG_POINTER;
    default:
        return bits;
    }
}

/* The value as an element of the array, which it must fit. */
static uint32_t bits_of(bs_word value, const bs_class *cls)
{
    float number;
    uint32_t bits;
    switch (cls->element) {
    case BS_ELEMENT_INTEGER:
    case BS_ELEMENT_UINT8:
    case BS_ELEMENT_INT8:
    case BS_ELEMENT_INT16:
    case BS_ELEMENT_UINT16:
    case BS_ELEMENT_INT32:
        return (uint32_t)bs_integer_of_word(value);
    case BS_ELEMENT_FLOAT:
    case BS_ELEMENT_FLOAT32:
        number = bs_float_of_word(value);
        __builtin_memcpy(&bits, &number, sizeof bits);
        return bits;
    case BS_ELEMENT_BOOLEAN:
        return bs_boolean_of_word(value);
    case BS_ELEMENT_REFERENCE:
        return (uint32_t)bs_reference_of_word(value, (const bs_type_tests *)cls->references);
    default:
        return cls->references != 0 ? bs_word_of_type(value, (const bs_type_tests *)cls->references) : value;
    }
}

bs_word bs_view_element(const void *array, int32_t index)
{
    check_index(array, index);
    uint32_t element = ((const bs_array *)array)->class_->element;
    return word_of(load(elements_of(array), element, (uint32_t)index), element);
}

/* The index comes first, as for the other arrays. */
bs_word bs_view_set_element(void *array, int32_t index, bs_word value)
{
    check_index(array, index);
    const bs_class *cls = ((const bs_array *)array)->class_;
    uint32_t bits = bits_of(value, cls);
    store(elements_of(array), cls->element, (uint32_t)index, bits);
    return value;
}

static bs_vector *growable(void *array)
{
    const bs_class *cls = ((const bs_array *)array)->class_;
    if (cls->kind != BS_KIND_VECTOR)
        bs_raise_problem("% cannot grow", bs_word_of_reference(array));
    return array;
}

int32_t bs_view_push(void *array, bs_word value)
{
    bs_vector *vector = growable(array);
    uint32_t bits = bits_of(value, vector->class_);
    void *elements = bs_vector_grow(vector);
    store(elements, vector->class_->element, vector->length++, bits);
    return (int32_t)vector->length;
}

int32_t bs_view_unshift(void *array, bs_word value)
{
    bs_vector *vector = growable(array);
    uint32_t bits = bits_of(value, vector->class_);
    bs_vector_unshift(vector);
    store(vector->elements, vector->class_->element, 0, bits);
    return (int32_t)vector->length;
}

static bs_vector *filled(void *array)
{
    bs_vector *vector = growable(array);
    if (vector->length == 0)
        BS_RAISE(BS_ERROR_EMPTY, BS_SITE_NONE);
    return vector;
}

/* The word is made first: making it may fail. */
bs_word bs_view_pop(void *array)
{
    bs_vector *vector = filled(array);
    uint32_t element = vector->class_->element;
    bs_word word = word_of(load(vector->elements, element, vector->length - 1), element);
    store(vector->elements, element, --vector->length, 0);
    return word;
}

bs_word bs_view_shift(void *array)
{
    bs_vector *vector = filled(array);
    uint32_t element = vector->class_->element;
    bs_word word = word_of(load(vector->elements, element, 0), element);
    bs_vector_shift(vector);
    return word;
}

void *bs_view_like(const void *array, int32_t length)
{
    return bs_new_array(((const bs_array *)array)->class_, length);
}

void *bs_view_copy(const void *array, const bs_class *cls)
{
    const bs_array *source = array;
    void *copy = bs_new_array(cls, (int32_t)source->length);
    for (uint32_t i = 0; i < source->length; i++)
        ((bs_word *)elements_of(copy))[i] = bs_view_element(array, (int32_t)i);
    return copy;
}
