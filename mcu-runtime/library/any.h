/* What the out-of-line operations on `any` share: a word taken apart. */
#ifndef BS_LIBRARY_ANY_H
#define BS_LIBRARY_ANY_H

#include "bs_inline.h"

enum what {
    WHAT_INTEGER,
    WHAT_FLOAT,
    WHAT_BOOLEAN,
    WHAT_NULL,
    WHAT_STRING,
    WHAT_OBJECT, /* anything else on the heap or in static data */
};

typedef struct bs_value {
    enum what what;
    union {
        int32_t integer; /* of a boolean 0 or 1 */
        float number;
        const bs_object *object; /* of WHAT_STRING and WHAT_OBJECT */
    } is;
} bs_value;

bs_value bs_value_of(bs_word word);

static inline bool is_number(bs_value value)
{
    return value.what <= WHAT_FLOAT;
}

/* Of a number; an integer is rounded. */
static inline float number_of(bs_value value)
{
    return value.what == WHAT_INTEGER ? (float)value.is.integer : value.is.number;
}

static inline bool is_array(const bs_class *cls)
{
    return cls->kind == BS_KIND_ARRAY || cls->kind == BS_KIND_VECTOR;
}

/* Static text as a string object. */
#define BS_STATIC_TEXT(symbol, text)                       \
    static const struct {                                  \
        const bs_class *class_;                            \
        unsigned int length;                               \
        char bytes[sizeof text];                           \
    } symbol __attribute__((aligned(8))) = {&bs_class_string, sizeof text - 1, text}

#define BS_AS_STRING(symbol) ((bs_string *)&symbol)

/* A piece of an error's text. */
typedef struct bs_part {
    const char *bytes;
    uint32_t length;
} bs_part;

#define BS_PART(text) ((bs_part){text, sizeof(text) - 1})

/* What errors call the type of a value. */
bs_part bs_type_part(bs_word word);

/* Ends the program with the error TYPE and the text that the parts make. */
BS_FAR BS_COLD _Noreturn void bs_raise_parts(const bs_part *parts, uint32_t count);

/* Reads through null, as compiled code would. */
BS_FAR BS_COLD _Noreturn void bs_raise_null(void);

/* "wrong type: operator "-" on integer and string"; `b` is 0 for an operator of one operand. */
BS_FAR BS_COLD _Noreturn void bs_raise_operator(uint32_t operator, bs_word a, const bs_word *b);

/* "wrong type: PROBLEM", for a value of the wrong type, which `%` in the problem stands for. */
BS_FAR BS_COLD _Noreturn void bs_raise_problem(const char *problem, bs_word word);

#endif
