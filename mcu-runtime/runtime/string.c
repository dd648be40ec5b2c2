#include "bs_runtime.h"
#include "heap.h"
#include "memory.h"
#include "text.h"

bs_string *bs_new_string(uint32_t length)
{
    if (length == 0)
        return (bs_string *)&bs_string_empty;
    if (length > (uint32_t)(bs_heap.end - bs_heap.base))
        BS_RAISE(BS_ERROR_MEMORY, BS_SITE_NONE);
    uint32_t size = bs_string_size(length);
    bs_string *string = bs_heap_take(size);
    uint32_t *end = (uint32_t *)((uint8_t *)string + size);
    end[-1] = 0;
    end[-2] = 0; /* in a cell of 16 bytes or more the length is not among the last two words */
    string->length = length;
    BS_HEAP_ORDER();
    string->class_ = &bs_class_string;
    return string;
}

bs_string *bs_string_of(const char *bytes, uint32_t length)
{
    bs_string *string = bs_new_string(length);
    memcpy(string->bytes, bytes, length);
    return string;
}

bs_string *bs_string_concat(const bs_string *a, const bs_string *b)
{
    if (a->length == 0)
        return (bs_string *)b;
    if (b->length == 0)
        return (bs_string *)a;
    bs_string *string = bs_new_string(a->length + b->length);
    memcpy(string->bytes, a->bytes, a->length);
    memcpy(string->bytes + a->length, b->bytes, b->length);
    return string;
}

bool bs_string_equal(const bs_string *a, const bs_string *b)
{
    if (a == b)
        return true;
    if (a == 0 || b == 0 || a->length != b->length)
        return false;
    return memcmp(a->bytes, b->bytes, a->length) == 0;
}

int32_t bs_string_compare(const bs_string *a, const bs_string *b)
{
    uint32_t shorter = a->length < b->length ? a->length : b->length;
    int32_t order = memcmp(a->bytes, b->bytes, shorter);
    return order != 0 ? order : (int32_t)(a->length - b->length);
}

static void check_index(const bs_string *s, int32_t index)
{
    if ((uint32_t)index >= s->length)
        BS_RAISE(BS_ERROR_INDEX, BS_SITE_NONE);
}

bs_string *bs_string_at(const bs_string *s, int32_t index)
{
    check_index(s, index);
    return bs_string_of(s->bytes + index, 1);
}

int32_t bs_string_code_at(const bs_string *s, int32_t index)
{
    check_index(s, index);
    return (uint8_t)s->bytes[index];
}

/* Length of the well-formed UTF-8 sequence (Unicode, table 3-7) that begins `bytes`; 1 if there is none. */
static uint32_t sequence_length(const uint8_t *bytes, uint32_t available)
{
    uint32_t first = bytes[0];
    uint32_t length = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
    if (length == 1 || length > available)
        return 1;
    /* The second byte has a narrower range after some first bytes: no overlong forms, surrogates, or more than U+10FFFF. */
    uint32_t lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    uint32_t highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (bytes[1] < lowest || bytes[1] > highest)
        return 1;
    for (uint32_t i = 2; i < length; i++)
        if ((bytes[i] & 0xc0) != 0x80)
            return 1;
    return length;
}

bs_string *bs_string_character(const bs_string *s, int32_t index)
{
    check_index(s, index);
    const char *bytes = s->bytes + index;
    return bs_string_of(bytes, sequence_length((const uint8_t *)bytes, s->length - (uint32_t)index));
}

static uint32_t clamp(int32_t index, uint32_t length)
{
    return index < 0 ? 0 : (uint32_t)index > length ? length : (uint32_t)index;
}

bs_string *bs_string_substring(const bs_string *s, int32_t from, int32_t to)
{
    uint32_t start = clamp(from, s->length);
    uint32_t end = clamp(to, s->length);
    if (start > end) {
        uint32_t swapped = start;
        start = end;
        end = swapped;
    }
    if (end - start == s->length)
        return (bs_string *)s;
    return bs_string_of(s->bytes + start, end - start);
}

bool bs_string_starts_with(const bs_string *s, const bs_string *prefix)
{
    return prefix->length <= s->length && memcmp(s->bytes, prefix->bytes, prefix->length) == 0;
}

bool bs_string_ends_with(const bs_string *s, const bs_string *suffix)
{
    return suffix->length <= s->length
           && memcmp(s->bytes + s->length - suffix->length, suffix->bytes, suffix->length) == 0;
}

bs_string *bs_string_from_integer(int32_t value)
{
    char text[BS_INTEGER_TEXT];
    return bs_string_of(text, bs_format_integer(text, value));
}

bs_string *bs_string_from_boolean(bool value)
{
    return (bs_string *)(value ? &bs_string_true : &bs_string_false);
}
