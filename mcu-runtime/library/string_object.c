/* Any object as a string: its text is measured first, then written. */
#include "bs_runtime.h"
#include "memory.h"
#include "number.h"
#include "text.h"

/* Counts the bytes, or writes them behind one another. */
typedef struct collecting_sink {
    bs_text_sink sink;
    char *out; /* 0: only count */
    uint32_t length;
} collecting_sink;

static void collect_bytes(bs_text_sink *sink, const char *bytes, uint32_t length)
{
    collecting_sink *to = (collecting_sink *)sink;
    if (to->out != 0)
        memcpy(to->out + to->length, bytes, length);
    to->length += length;
    if (to->length > (uint32_t)(bs_heap.end - bs_heap.base))
        BS_RAISE(BS_ERROR_MEMORY, BS_SITE_NONE);
}

static void collect_integer(bs_text_sink *sink, int32_t value)
{
    char text[BS_INTEGER_TEXT];
    collect_bytes(sink, text, bs_format_integer(text, value));
}

static void collect_float(bs_text_sink *sink, float value)
{
    char text[BS_FLOAT_TEXT];
    collect_bytes(sink, text, bs_format_float(text, value));
}

bs_string *bs_string_from_object(const void *object)
{
    if (object == 0)
        return bs_string_of("undefined", 9);
    if (((const bs_object *)object)->class_->kind == BS_KIND_STRING)
        return (bs_string *)object;
    collecting_sink to = {{collect_bytes, collect_integer, collect_float}, 0, 0};
    bs_text_of_object(&to.sink, object);
    bs_string *string = bs_new_string(to.length);
    to.out = string->bytes;
    to.length = 0;
    bs_text_of_object(&to.sink, object);
    return string;
}
