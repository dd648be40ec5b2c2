/*
 * What values look like as text, for conversion to string and for output alike.
 *
 *     array      its elements joined by commas; null elements give nothing, as does an array in itself
 *     object     [object NAME]
 *     error      its name and its message
 *     closure    [function NAME]
 */
#ifndef BS_RUNTIME_TEXT_H
#define BS_RUNTIME_TEXT_H

#include "bs_object.h"

/* A new string of `length` bytes, undefined but for the 0 byte at the end. Raises MEMORY. Length 0
 * gives the empty string in flash. */
bs_string *bs_new_string(uint32_t length);

/* A new string of these bytes, which may be in a string that is alive. */
bs_string *bs_string_of(const char *bytes, uint32_t length);

/* Strings in flash. */
extern const bs_string bs_string_empty, bs_string_true, bs_string_false;

#define BS_INTEGER_TEXT 11 /* most characters of an integer */

/* Decimal. Returns the number of characters written to `out`; no 0 byte follows. */
uint32_t bs_format_integer(char *out, int32_t value);

/* Where text goes. Numbers may be kept as they are. */
typedef struct bs_text_sink {
    void (*bytes)(struct bs_text_sink *sink, const char *bytes, uint32_t length);
    void (*integer)(struct bs_text_sink *sink, int32_t value);
    void (*number)(struct bs_text_sink *sink, float value);
} bs_text_sink;

/* `object` is not 0. Allocates nothing. */
void bs_text_of_object(bs_text_sink *sink, const void *object);

#endif
