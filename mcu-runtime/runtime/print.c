#include "bs_protocol.h"
#include "bs_runtime.h"
#include "svc.h"
#include "text.h"

#define LONGEST_TEXT 255 /* bytes in one value */

static void send(const void *value, uint32_t length)
{
    bs_output(value, length);
}

static void send_word(uint32_t tag, const void *word)
{
    uint8_t value[5];
    value[0] = (uint8_t)tag;
    __builtin_memcpy(value + 1, word, 4);
    send(value, sizeof value);
}

/* `glue` is BS_VALUE_GLUED or 0 and is that of the last piece. */
static void send_text(const char *bytes, uint32_t length, uint32_t glue)
{
    for (;;) {
        uint32_t piece = length < LONGEST_TEXT ? length : LONGEST_TEXT;
        uint32_t tag = BS_VALUE_TEXT | (piece < length ? (uint32_t)BS_VALUE_GLUED : glue);
        uint8_t header[] = {(uint8_t)tag, (uint8_t)piece};
        send(header, sizeof header);
        if (piece != 0)
            send(bytes, piece);
        if (piece == length)
            return;
        bytes += piece;
        length -= piece;
    }
}

static void print_piece(bs_text_sink *sink, const char *bytes, uint32_t length)
{
    (void)sink;
    if (length != 0)
        send_text(bytes, length, BS_VALUE_GLUED);
}

static void print_integer_piece(bs_text_sink *sink, int32_t value)
{
    (void)sink;
    send_word(BS_VALUE_INTEGER | BS_VALUE_GLUED, &value);
}

static void print_float_piece(bs_text_sink *sink, float value)
{
    (void)sink;
    send_word(BS_VALUE_FLOAT | BS_VALUE_GLUED, &value);
}

void bs_print_integer(int32_t value)
{
    send_word(BS_VALUE_INTEGER, &value);
}

void bs_print_float(float value)
{
    send_word(BS_VALUE_FLOAT, &value);
}

void bs_print_boolean(bool value)
{
    uint8_t tag = value ? BS_VALUE_TRUE : BS_VALUE_FALSE;
    send(&tag, 1);
}

void bs_print_object(const void *object)
{
    if (object == 0) {
        uint8_t tag = BS_VALUE_NULL;
        send(&tag, 1);
        return;
    }
    const bs_string *string = object;
    if (string->class_->kind == BS_KIND_STRING) {
        send_text(string->bytes, string->length, 0);
        return;
    }
    bs_text_sink sink = {print_piece, print_integer_piece, print_float_piece};
    bs_text_of_object(&sink, object);
    send_text("", 0, 0); /* the pieces are glued to each other; this one is not to what follows */
}

void bs_print_end(int32_t stream)
{
    bs_output_end(stream);
}

void bs_assert_message(const bs_string *message)
{
    bs_output_assert(message->bytes, message->length);
}
