/* Strings, arrays, and what values look like as text. */
#include <stdlib.h>
#include <string.h>

#include "bs_inline.h"
#include "bs_runtime.h"
#include "bs_word.h"
#include "check.h"
#include "device.h"
#include "heap_check.h"
#include "text.h"

#define HEAP (64 * 1024)

static bs_string *text(const char *bytes)
{
    return bs_string_of(bytes, strlen(bytes));
}

static bool is(const bs_string *s, const char *expected)
{
    return s->class_ == &bs_class_string && s->length == strlen(expected) && memcmp(s->bytes, expected, s->length + 1) == 0;
}

#define CHECK_TEXT(s, expected)                                                                     \
    do {                                                                                            \
        const bs_string *checked_ = (s);                                                            \
        CHECK(is(checked_, expected), "\"%s\" for \"%s\"", checked_->bytes, expected);              \
    } while (0)

static void concatenation(void)
{
    CHECK_TEXT(bs_string_concat(text("ab"), text("cde")), "abcde");
    bs_string *s = text("ab");
    CHECK(bs_string_concat(s, text("")) == s && bs_string_concat(text(""), s) == s, "with nothing");
    CHECK_TEXT(bs_string_concat(text(""), text("")), "");
    bs_string *all = text("");
    char expected[301] = "";
    for (uint32_t i = 0; i < 300; i++) {
        char c[2] = {(char)('a' + i % 26), 0};
        strcat(expected, c);
        all = bs_string_concat(all, text(c));
        CHECK_TEXT(all, expected);
        CHECK((uint32_t)all % 8 == 0, "alignment");
    }
}

static void comparison(void)
{
    static const char *const ascending[] = {"", "\x01", "A", "AB", "ABC", "a", "aa", "b", "\xc3\xa4", "\xff"};
    const int32_t count = sizeof ascending / sizeof *ascending;
    for (int32_t i = 0; i < count; i++)
        for (int32_t j = 0; j < count; j++) {
            bs_string *a = text(ascending[i]);
            bs_string *b = text(ascending[j]);
            int32_t order = bs_string_compare(a, b);
            CHECK((order > 0) - (order < 0) == (i > j) - (i < j), "%ld and %ld: %ld", (long)i, (long)j, (long)order);
            CHECK(bs_string_equal(a, b) == (i == j), "%ld and %ld", (long)i, (long)j);
        }
    CHECK(bs_string_equal(0, 0) && !bs_string_equal(0, text("")) && !bs_string_equal(text("a"), 0), "null");
}

static void substrings(void)
{
    static const struct {
        int32_t from, to;
        const char *expected;
    } cases[] = {
        {0, 5, "hello"},  {1, 3, "el"},   {3, 1, "el"},         {-5, 2, "he"}, {2, 100, "llo"}, {100, 2, "llo"},
        {5, 5, ""},       {7, 9, ""},     {INT32_MIN, INT32_MAX, "hello"}, {-1, -2, ""},   {4, 5, "o"},
    };
    bs_string *s = text("hello");
    for (uint32_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_TEXT(bs_string_substring(s, cases[i].from, cases[i].to), cases[i].expected);
    CHECK(bs_string_substring(s, 0, 5) == s, "the whole is the same string");
    CHECK(bs_string_starts_with(s, text("hel")) && bs_string_starts_with(s, text("")) && !bs_string_starts_with(s, text("hex"))
              && !bs_string_starts_with(s, text("helloo")), "startsWith");
    CHECK(bs_string_ends_with(s, text("llo")) && bs_string_ends_with(s, text("")) && !bs_string_ends_with(s, text("lo "))
              && !bs_string_ends_with(s, text("hhello")), "endsWith");
}

static void at_and_code(void *index)
{
    bs_string_at(text("abc"), (int32_t)index);
}
static void code_at(void *index)
{
    bs_string_code_at(text("abc"), (int32_t)index);
}
static void character_at(void *index)
{
    bs_string_character(text("abc"), (int32_t)index);
}

static void characters(void)
{
    CHECK_TEXT(bs_string_at(text("abc"), 0), "a");
    CHECK_TEXT(bs_string_at(text("abc"), 2), "c");
    CHECK(bs_string_code_at(text("a\xff"), 1) == 255, "code");
    static const int32_t bad[] = {3, -1, INT32_MAX, INT32_MIN};
    for (uint32_t i = 0; i < 4; i++) {
        CHECK(error_of(at_and_code, (void *)bad[i]) == BS_ERROR_INDEX, "%ld", (long)bad[i]);
        CHECK(error_of(code_at, (void *)bad[i]) == BS_ERROR_INDEX, "%ld", (long)bad[i]);
        CHECK(error_of(character_at, (void *)bad[i]) == BS_ERROR_INDEX, "%ld", (long)bad[i]);
    }
    static const struct {
        const char *bytes;
        const char *first;
    } cases[] = {
        {"az", "a"},
        {"\xc3\xa4z", "\xc3\xa4"},
        {"\xe2\x82\xacz", "\xe2\x82\xac"},
        {"\xf0\x9f\x98\x80z", "\xf0\x9f\x98\x80"},
        /* malformed: one byte at a time */
        {"\xa4z", "\xa4"},             /* a continuation byte */
        {"\xc3z", "\xc3"},             /* cut short */
        {"\xc3", "\xc3"},              /* by the end */
        {"\xe2\x82", "\xe2"},
        {"\xe2\x82z", "\xe2"},
        {"\xf0\x9f\x98z", "\xf0"},
        {"\xc0\x80", "\xc0"},          /* overlong */
        {"\xe0\x9f\xbf", "\xe0"},
        {"\xf0\x8f\xbf\xbf", "\xf0"},
        {"\xed\xa0\x80", "\xed"},      /* a surrogate */
        {"\xf4\x90\x80\x80", "\xf4"},  /* above U+10FFFF */
        {"\xf5\x80\x80\x80", "\xf5"},
        {"\xff", "\xff"},
    };
    for (uint32_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_TEXT(bs_string_character(text(cases[i].bytes), 0), cases[i].first);
}

static void conversions(void)
{
    CHECK_TEXT(bs_string_from_integer(0), "0");
    CHECK_TEXT(bs_string_from_integer(-1), "-1");
    CHECK_TEXT(bs_string_from_integer(10), "10");
    CHECK_TEXT(bs_string_from_integer(999999999), "999999999");
    CHECK_TEXT(bs_string_from_integer(INT32_MAX), "2147483647");
    CHECK_TEXT(bs_string_from_integer(INT32_MIN), "-2147483648");
    CHECK_TEXT(bs_string_from_float(1), "1.0");
    CHECK_TEXT(bs_string_from_float(-1.5e-7f), "-1.5e-7");
    CHECK_TEXT(bs_string_from_boolean(true), "true");
    CHECK_TEXT(bs_string_from_boolean(false), "false");
    CHECK(bs_string_to_integer(text(" -0x1F!")) == -31, "to integer");
    CHECK(bs_string_to_float(text(" -2.5e3x")) == -2500.0f, "to float");
    CHECK(bs_integer_power(3, 4) == 81 && bs_integer_power(-2, 31) == INT32_MIN && bs_integer_power(0, 0) == 1
              && bs_integer_power(7, 1000) == (int32_t)0x19c0dbc1, "powers");
}

static void negative_power(void *exponent)
{
    bs_integer_power(2, (int32_t)exponent);
}

static void vectors_grow_and_shrink(void)
{
    bs_vector_integer *v = bs_new_array(&bs_class_vector_integer, 0);
    CHECK(v->length == 0 && v->capacity == 0 && v->elements == 0, "a new vector is empty");
    for (int32_t i = 0; i < 1000; i++) {
        int32_t *elements = bs_vector_grow(v);
        CHECK(elements == v->elements && v->capacity > v->length, "room");
        elements[v->length++] = i;
        for (uint32_t k = v->length; k < v->capacity; k++)
            CHECK(v->elements[k] == 0, "zero behind the length");
    }
    for (int32_t i = 0; i < 500; i++) {
        CHECK(v->elements[0] == i, "%ld is first", (long)i);
        bs_vector_shift(v);
        CHECK(v->length == (uint32_t)(999 - i) && v->elements[v->length] == 0, "after a shift");
    }
    for (int32_t i = 0; i < 600; i++) {
        bs_vector_unshift(v);
        v->elements[0] = -i;
    }
    CHECK(v->length == 1100, "%u", v->length);
    for (int32_t i = 0; i < 1100; i++)
        CHECK(v->elements[i] == (i < 600 ? i - 599 : i - 100), "element %ld", (long)i);
    bs_vector_boolean *b = bs_new_array(&bs_class_vector_boolean, 3);
    for (uint32_t i = 0; i < 100; i++) {
        bs_vector_grow(b);
        b->elements[b->length++] = i % 3 == 0;
    }
    bs_vector_unshift(b);
    b->elements[0] = true;
    bs_vector_shift(b);
    bs_vector_shift(b);
    for (uint32_t i = 0; i < 102; i++)
        CHECK(b->elements[i] == (i >= 2 && (i - 2) % 3 == 0), "boolean %lu", (unsigned long)i);
}

static void copies_are_equal_and_apart(void)
{
    for (int32_t length = 0; length < 40; length++) {
        bs_vector_integer *v = bs_new_array(&bs_class_vector_integer, length);
        bs_array_uint8 *a = bs_new_array(&bs_class_array_uint8, length);
        for (int32_t i = 0; i < length; i++) {
            CHECK(v->elements[i] == 0 && a->elements[i] == 0, "zero at first");
            v->elements[i] = i * 3;
            a->elements[i] = (uint8_t)(i * 5);
        }
        bs_vector_integer *w = bs_array_copy(v);
        bs_array_uint8 *b = bs_array_copy(a);
        CHECK(w != v && w->class_ == v->class_ && w->length == v->length && (length == 0 || w->elements != v->elements), "vector");
        CHECK(b != a && b->class_ == a->class_ && b->length == a->length, "array");
        for (int32_t i = 0; i < length; i++)
            CHECK(w->elements[i] == i * 3 && b->elements[i] == (uint8_t)(i * 5), "element %ld", (long)i);
    }
}

/* ---- text of objects: the same as a string and in output ---- */

static const struct {
    const bs_class *class_;
    unsigned int length;
    char bytes[6];
} point_name = {&bs_class_string, 5, "Point"};
static const bs_class class_point __attribute__((aligned(8))) = {
    .kind = BS_KIND_OBJECT, .size = 8, .name = (const bs_string *)&point_name};
static const bs_class class_function __attribute__((aligned(8))) = {
    .kind = BS_KIND_CLOSURE, .size = 8, .name = (const bs_string *)&point_name};

static void both_ways(const void *object, const char *as_string, const char *as_output)
{
    CHECK_TEXT(bs_string_from_object(object), as_string);
    bs_print_integer(1);
    bs_print_object(object);
    bs_print_integer(2);
    bs_print_end(BS_STREAM_OUT);
    char expected[600];
    sprintf(expected, "1 %s 2\n", as_output);
    const char *printed = output();
    CHECK(strcmp(printed, expected) == 0, "%s for %s", printed, expected);
}

static void same_both_ways(const void *object, const char *expected)
{
    both_ways(object, expected, expected);
}

static bs_word word_of_float(float value)
{
    uint32_t bits = bits_of(value);
    return (bits << 3 | bits >> 29) ^ 3;
}

static void texts_of_objects(void)
{
    same_both_ways(0, "undefined");
    same_both_ways(text("abc"), "abc");
    same_both_ways(text(""), "");
    same_both_ways(bs_new_object(&class_point), "[object Point]");
    same_both_ways(bs_new_object(&class_function), "[function Point]");

    bs_array_integer *integers = bs_new_array(&bs_class_array_integer, 3);
    integers->elements[0] = -1;
    integers->elements[2] = INT32_MAX;
    same_both_ways(integers, "-1,0,2147483647");
    bs_vector_float *floats = bs_new_array(&bs_class_vector_float, 2);
    floats->elements[0] = 1;
    floats->elements[1] = -0.0f;
    both_ways(floats, "1.0,-0.0", "<3f800000>,<80000000>");
    bs_array_boolean *booleans = bs_new_array(&bs_class_array_boolean, 2);
    booleans->elements[1] = true;
    same_both_ways(booleans, "false,true");
    bs_array_uint8 *bytes = bs_new_array(&bs_class_array_uint8, 2);
    bytes->elements[0] = 255;
    same_both_ways(bytes, "255,0");
    same_both_ways(bs_new_array(&bs_class_array_integer, 0), "");
    same_both_ways(bs_new_array(&bs_class_vector_reference, 0), "");
    same_both_ways(bs_new_array(&bs_class_vector_reference, 3), ",,");

    bs_vector_reference *outer = bs_new_array(&bs_class_vector_reference, 4);
    outer->elements[0] = integers;
    outer->elements[1] = text("x");
    outer->elements[3] = bs_new_object(&class_point);
    same_both_ways(outer, "-1,0,2147483647,x,,[object Point]");
    outer->elements[2] = outer;
    same_both_ways(outer, "-1,0,2147483647,x,,[object Point]");
    bs_array_reference *other = bs_new_array(&bs_class_array_reference, 2);
    other->elements[0] = outer;
    other->elements[1] = integers;
    outer->elements[2] = other;
    same_both_ways(other, "-1,0,2147483647,x,,[object Point],-1,0,2147483647");
    same_both_ways(outer, "-1,0,2147483647,x,,-1,0,2147483647,[object Point]");

    bs_array_integer *words = bs_new_array(&bs_class_array_tagged, 9);
    const bs_word values[9] = {5u << 3, (bs_word)(-7 * 8), word_of_float(0.5f), BS_WORD_NULL, BS_WORD_TRUE, BS_WORD_FALSE,
                               BS_WORD_NAN, BS_WORD_NEGATIVE_INFINITY, (bs_word)integers + BS_WORD_TAG_POINTER};
    memcpy(words->elements, values, sizeof values);
    both_ways(words, "5,-7,0.5,,true,false,NaN,-Infinity,-1,0,2147483647",
              "5,-7,<3f000000>,,true,false,<7fc00000>,<ff800000>,-1,0,2147483647");
}

/* A string of strings that would be longer than the heap. */
static void endless(void *unused)
{
    (void)unused;
    bs_array_reference *inner = bs_new_array(&bs_class_array_integer, 100);
    for (uint32_t depth = 0; depth < 40; depth++) {
        bs_array_reference *outer = bs_new_array(&bs_class_array_reference, 2);
        outer->elements[0] = outer->elements[1] = inner;
        inner = outer;
    }
    bs_string_from_object(inner);
}

static void printing(void)
{
    bs_print_integer(-5);
    bs_print_float(0.5f);
    bs_print_boolean(true);
    bs_print_boolean(false);
    bs_print_object(text("a b"));
    bs_print_object(0);
    bs_print_end(BS_STREAM_OUT);
    bs_print_end(BS_STREAM_OUT);
    bs_print_object(text("problem"));
    bs_print_end(BS_STREAM_ERROR);
    const char *printed = output();
    CHECK(strcmp(printed, "-5 <3f000000> true false a b undefined\n\n!problem\n") == 0, "%s", printed);
    bs_assert_message(text("what"));
    CHECK(strcmp(assertion, "what") == 0, "%s", assertion);
}

static void memory_functions(void)
{
    static uint8_t a[100], b[100], expected[100];
    uint32_t state = 8;
    for (uint32_t round = 0; round < 20000; round++) {
        for (uint32_t i = 0; i < 100; i++)
            expected[i] = a[i] = b[i] = (uint8_t)next_word(&state);
        uint32_t from = next_word(&state) % 50, to = next_word(&state) % 50, size = next_word(&state) % 50;
        uint8_t byte = (uint8_t)next_word(&state);
        switch (round % 3) {
        case 0:
            for (uint32_t i = 0; i < size; i++)
                expected[to + i] = b[from + i];
            CHECK(memmove(a + to, a + from, size) == a + to, "result");
            break;
        case 1:
            for (uint32_t i = 0; i < size; i++)
                expected[to + i] = b[from + i];
            CHECK(memcpy(a + to, b + from, size) == a + to, "result");
            break;
        default:
            for (uint32_t i = 0; i < size; i++)
                expected[to + i] = byte;
            CHECK(memset(a + to, byte, size) == a + to, "result");
        }
        bool same = true;
        for (uint32_t i = 0; i < 100; i++)
            same &= a[i] == expected[i];
        CHECK(same, "kind %lu: from %lu to %lu, %lu bytes", (unsigned long)round % 3, (unsigned long)from, (unsigned long)to,
              (unsigned long)size);
        CHECK((memcmp(a, b, 100) == 0) == (memcmp(b, a, 100) == 0), "comparison");
    }
    CHECK(memcmp("ab", "ac", 2) < 0 && memcmp("\xff", "a", 1) > 0 && memcmp("a", "b", 0) == 0, "comparison");
}

static void times(void)
{
    CHECK(bs_time_micros() == (int32_t)0x89abcdef, "microseconds");
    CHECK(bs_time_now() == (int32_t)(uint32_t)(0x123456789abcdefULL / 1000), "milliseconds");
}

int main(void)
{
    fresh_heap(HEAP, 0);
    concatenation();
    comparison();
    substrings();
    characters();
    conversions();
    CHECK(error_of(negative_power, (void *)-1) == BS_ERROR_EXPONENT, "negative exponent");
    vectors_grow_and_shrink();
    copies_are_equal_and_apart();
    texts_of_objects();
    CHECK(error_of(endless, 0) == BS_ERROR_MEMORY, "a text longer than the heap");
    printing();
    memory_functions();
    times();
    check_heap("end");
    return check_result("values");
}
