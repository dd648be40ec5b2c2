#include "text.h"

#include "bs_error.h"
#include "bs_word.h"

uint32_t bs_format_integer(char *out, int32_t value)
{
    char *at = out;
    uint32_t magnitude = (uint32_t)value;
    if (value < 0) {
        *at++ = '-';
        magnitude = 0 - magnitude;
    }
    uint32_t digits = 1;
    for (uint32_t rest = magnitude; rest >= 10; rest /= 10)
        digits++;
    for (uint32_t i = digits; i-- > 0; magnitude /= 10)
        at[i] = (char)('0' + magnitude % 10);
    return (uint32_t)(at - out) + digits;
}

/* The arrays being joined, innermost first: what is already among them is not entered again. */
typedef struct joined {
    const bs_array *array;
    const struct joined *outer;
} joined;

static void text_of(bs_text_sink *sink, const bs_object *object, const joined *outer);

#define LITERAL(sink, text) (sink)->bytes(sink, text, sizeof(text) - 1)

static void text_of_boolean(bs_text_sink *sink, bool value)
{
    if (value)
        LITERAL(sink, "true");
    else
        LITERAL(sink, "false");
}

static float float_of_word(bs_word word)
{
    word ^= 3;
    word = word >> 3 | word << 29;
    float value;
    __builtin_memcpy(&value, &word, sizeof value);
    return value;
}

static void text_of_word(bs_text_sink *sink, bs_word word, const joined *outer)
{
    switch (word & BS_WORD_TAG_MASK) {
    case BS_WORD_TAG_INTEGER:
        sink->integer(sink, (int32_t)word >> 3);
        return;
    case BS_WORD_TAG_POINTER:
        break;
    default:
        sink->number(sink, float_of_word(word));
        return;
    }
    switch (word) {
    case BS_WORD_NULL:
        return;
    case BS_WORD_FALSE:
    case BS_WORD_TRUE:
        text_of_boolean(sink, word == BS_WORD_TRUE);
        return;
    case BS_WORD_NAN:
        sink->number(sink, __builtin_nanf(""));
        return;
    case BS_WORD_INFINITY:
        sink->number(sink, __builtin_inff());
        return;
    case BS_WORD_NEGATIVE_INFINITY:
        sink->number(sink, -__builtin_inff());
        return;
    default:
        break;
    }
    const bs_box *box = (const bs_box *)(uintptr_t)(word - BS_WORD_TAG_POINTER);
    if (box->class_ == &bs_class_box_integer)
        sink->integer(sink, box->value.integer);
    else if (box->class_ == &bs_class_box_float)
        sink->number(sink, box->value.number);
    else
        text_of(sink, (const bs_object *)box, outer);
}

static void text_of_element(bs_text_sink *sink, uint32_t element, const void *elements, uint32_t index,
                            const joined *outer)
{
    switch (element) {
    case BS_ELEMENT_INTEGER:
    case BS_ELEMENT_INT32:
        sink->integer(sink, ((const int32_t *)elements)[index]);
        break;
    case BS_ELEMENT_INT8:
        sink->integer(sink, ((const int8_t *)elements)[index]);
        break;
    case BS_ELEMENT_INT16:
        sink->integer(sink, ((const int16_t *)elements)[index]);
        break;
    case BS_ELEMENT_UINT16:
        sink->integer(sink, ((const uint16_t *)elements)[index]);
        break;
    case BS_ELEMENT_FLOAT32:
    case BS_ELEMENT_FLOAT:
        sink->number(sink, ((const float *)elements)[index]);
        break;
    case BS_ELEMENT_BOOLEAN:
        text_of_boolean(sink, ((const uint8_t *)elements)[index] != 0);
        break;
    case BS_ELEMENT_UINT8:
        sink->integer(sink, ((const uint8_t *)elements)[index]);
        break;
    case BS_ELEMENT_REFERENCE: {
        const bs_object *object = ((const bs_object *const *)elements)[index];
        if (object != 0)
            text_of(sink, object, outer);
        break;
    }
    case BS_ELEMENT_TAGGED:
        text_of_word(sink, ((const bs_word *)elements)[index], outer);
        break;
    default:
        break;
    }
}

static void join(bs_text_sink *sink, const bs_array *array, const joined *outer)
{
    for (const joined *j = outer; j != 0; j = j->outer)
        if (j->array == array)
            return;
    joined here = {array, outer};
    const bs_class *cls = array->class_;
    const void *elements = cls->kind == BS_KIND_ARRAY ? array->elements : ((const bs_vector *)array)->elements;
    for (uint32_t i = 0; i < array->length; i++) {
        if (i != 0)
            LITERAL(sink, ",");
        text_of_element(sink, cls->element, elements, i, &here);
    }
}

static void text_of_string(bs_text_sink *sink, const bs_string *string)
{
    sink->bytes(sink, string->bytes, string->length);
}

static void text_of_error(bs_text_sink *sink, const bs_error_object *error)
{
    text_of_string(sink, error->name);
    if (error->name->length != 0 && error->message->length != 0)
        LITERAL(sink, ": ");
    text_of_string(sink, error->message);
}

static void text_of(bs_text_sink *sink, const bs_object *object, const joined *outer)
{
    const bs_class *cls = object->class_;
    switch (cls->kind) {
    case BS_KIND_STRING:
        text_of_string(sink, (const bs_string *)object);
        return;
    case BS_KIND_ARRAY:
    case BS_KIND_VECTOR:
        join(sink, (const bs_array *)object, outer);
        return;
    case BS_KIND_CLOSURE:
    case BS_KIND_LARGE_CLOSURE:
        LITERAL(sink, "[function ");
        break;
    default:
        if (cls->element == BS_CLASS_ERROR) {
            text_of_error(sink, (const bs_error_object *)object);
            return;
        }
        LITERAL(sink, "[object ");
        break;
    }
    text_of_string(sink, cls->name);
    LITERAL(sink, "]");
}

void bs_text_of_object(bs_text_sink *sink, const void *object)
{
    text_of(sink, object, 0);
}
