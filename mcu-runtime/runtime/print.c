#include "bs_protocol.h"
#include "bs_runtime.h"
#include "svc.h"
#include "text.h"

static void print_piece(bs_text_sink *sink, const char *bytes, uint32_t length)
{
    (void)sink;
    bs_output(BS_VALUE_TEXT | BS_VALUE_GLUED, bytes, length);
}

static void print_integer_piece(bs_text_sink *sink, int32_t value)
{
    (void)sink;
    bs_output(BS_VALUE_INTEGER | BS_VALUE_GLUED, &value, sizeof value);
}

static void print_float_piece(bs_text_sink *sink, float value)
{
    (void)sink;
    bs_output(BS_VALUE_FLOAT | BS_VALUE_GLUED, &value, sizeof value);
}

void bs_print_integer(int32_t value)
{
    bs_output(BS_VALUE_INTEGER, &value, sizeof value);
}

void bs_print_float(float value)
{
    bs_output(BS_VALUE_FLOAT, &value, sizeof value);
}

void bs_print_boolean(bool value)
{
    bs_output(value ? BS_VALUE_TRUE : BS_VALUE_FALSE, 0, 0);
}

void bs_print_object(const void *object)
{
    if (object == 0) {
        bs_output(BS_VALUE_NULL, 0, 0);
        return;
    }
    const bs_string *string = object;
    if (string->class_->kind == BS_KIND_STRING) {
        bs_output(BS_VALUE_TEXT, string->bytes, string->length);
        return;
    }
    bs_text_sink sink = {print_piece, print_integer_piece, print_float_piece};
    bs_text_of_object(&sink, object);
    bs_output(BS_VALUE_TEXT, 0, 0); /* the pieces are glued to each other; this one is not to what follows */
}

void bs_print_end(int32_t stream)
{
    bs_output_end(stream);
}

void bs_assert_message(const bs_string *message)
{
    bs_output_assert(message->bytes, message->length);
}
