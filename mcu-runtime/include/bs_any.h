/*
 * Values of type `any` (bs_word.h): into words and out of them, and the operators whose meaning the values
 * decide. What is common is in line: integers of 29 bits, self-tagged floats. The rest is not in flash: the
 * host links it into the program when used (library/any_....c).
 *
 * An operand of a wrong type raises a run-time error with a text of its own, see bs_raise_type. A function
 * that returns a word may allocate a box for it, or a string. Words are valid: what a program can make.
 */
#ifndef BS_ANY_H
#define BS_ANY_H

#include "bs_runtime.h"
#include "bs_word.h"

#define BS_LIKELY(condition) __builtin_expect(!!(condition), 1)
#define BS_UNLIKELY(condition) __builtin_expect(!!(condition), 0)
#define BS_INLINE static inline __attribute__((always_inline, unused))
#define BS_COLD __attribute__((cold))

/* Operators, for the functions that serve several and for what errors call them. */
enum bs_operator {
    BS_OPERATOR_ADD,
    BS_OPERATOR_SUBTRACT,
    BS_OPERATOR_MULTIPLY,
    BS_OPERATOR_DIVIDE,
    BS_OPERATOR_REMAINDER,
    BS_OPERATOR_POWER,
    BS_OPERATOR_SHIFT_LEFT,
    BS_OPERATOR_SHIFT_RIGHT,
    BS_OPERATOR_SHIFT_RIGHT_UNSIGNED,
    BS_OPERATOR_BIT_AND,
    BS_OPERATOR_BIT_OR,
    BS_OPERATOR_BIT_XOR,
    BS_OPERATOR_NEGATE,
    BS_OPERATOR_PLUS,
    BS_OPERATOR_BIT_NOT,
    BS_OPERATOR_INCREMENT,
    BS_OPERATOR_DECREMENT,
    BS_OPERATOR_LESS,
    BS_OPERATOR_LESS_EQUAL,
    BS_OPERATOR_GREATER,
    BS_OPERATOR_GREATER_EQUAL,
};

/* What `typeof` tells apart. */
enum bs_type_name {
    BS_TYPE_NUMBER,
    BS_TYPE_STRING,
    BS_TYPE_BOOLEAN,
    BS_TYPE_UNDEFINED,
    BS_TYPE_OBJECT,
    BS_TYPE_FUNCTION,
};

/* ---- errors ---- */

/* Ends the program with the error TYPE and this text instead of the usual one. Every run-time error with
 * a text of its own is raised here. */
BS_FAR BS_COLD _Noreturn void bs_raise_type(const bs_string *text);

/* "wrong type: expected EXPECTED, got ..." */
BS_FAR BS_COLD _Noreturn void bs_raise_expected(bs_word word, const bs_string *expected);

/* ---- into words ---- */

BS_FAR bs_word bs_word_of_great_integer(int32_t value); /* of one that does not fit into 29 bits: boxes it */
BS_FAR bs_word bs_word_of_other_float(float value);     /* of one that cannot tag itself */

BS_INLINE bs_word bs_word_of_integer(int32_t value)
{
    int32_t word = (int32_t)((uint32_t)value << 3);
    return BS_LIKELY(word >> 3 == value) ? (bs_word)word : bs_word_of_great_integer(value);
}

/* The self-tagged word of a float; its two low bits are 0 if the float needs another one. */
BS_INLINE bs_word bs_tag_float(float value)
{
    uint32_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    return (bits << 3 | bits >> 29) ^ 3;
}

BS_INLINE bs_word bs_word_of_float(float value)
{
    bs_word word = bs_tag_float(value);
    return BS_LIKELY((word & 3) != 0) ? word : bs_word_of_other_float(value);
}

BS_INLINE bs_word bs_word_of_boolean(bool value)
{
    return value ? BS_WORD_TRUE : BS_WORD_FALSE;
}

BS_INLINE bs_word bs_word_of_reference(const void *object)
{
    return (bs_word)(uintptr_t)object + BS_WORD_TAG_POINTER;
}

/* ---- out of words ---- */

BS_INLINE bool bs_are_integers(bs_word a, bs_word b)
{
    return ((a | b) & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER;
}

/* Whether the word is a self-tagged float. */
BS_INLINE bool bs_is_float(bs_word word)
{
    return (word & 3) != 0;
}

/* Rotated right by 3, exclusive-or the 3 rotated likewise: one instruction, if the constant is in a register. */
BS_INLINE float bs_untag_float(bs_word word)
{
    uint32_t bits;
    if (__builtin_constant_p(word))
        bits = (word >> 3 | word << 29) ^ 0x60000000u;
    else
        __asm__("eor %0, %1, %2, ror #3" : "=r"(bits) : "r"(0x60000000u), "r"(word));
    float value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}

/* The object of a word that holds a reference. */
BS_INLINE void *bs_untag_reference(bs_word word)
{
    return (void *)(uintptr_t)(word - BS_WORD_TAG_POINTER);
}

BS_FAR int32_t bs_integer_of_other(bs_word word); /* of a boxed integer, else an error */
BS_FAR float bs_float_of_other(bs_word word);     /* of any number, else an error */

BS_INLINE int32_t bs_integer_of_word(bs_word word)
{
    return BS_LIKELY((word & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER) ? (int32_t)word >> 3 : bs_integer_of_other(word);
}

BS_INLINE float bs_float_of_word(bs_word word)
{
    return BS_LIKELY(bs_is_float(word)) ? bs_untag_float(word) : bs_float_of_other(word);
}

BS_FAR bool bs_boolean_of_word(bs_word word);

/* The object, or 0 for null, if one of the tests is met; else an error that names their type. */
BS_FAR void *bs_reference_of_word(bs_word word, const bs_type_tests *tests);

/* Whether the word meets one of the tests. */
BS_FAR bool bs_is_of_type(bs_word word, const bs_type_tests *tests);

/* The word itself, if it meets one of the tests; else an error. */
BS_FAR bs_word bs_word_of_type(bs_word word, const bs_type_tests *tests);

/* Whether the word holds an instance of a class that is numbered from `first` to `last`. */
BS_FAR bool bs_word_is_instance(bs_word word, uint32_t first, uint32_t last);

/* ---- text ---- */

BS_FAR bs_string *bs_string_from_word(bs_word word);
BS_FAR void bs_print_word(bs_word word);
BS_FAR uint32_t bs_any_type(bs_word word); /* enum bs_type_name */

/* ---- truth and comparison ---- */

BS_FAR bool bs_any_other_truth(bs_word word);
BS_FAR bool bs_any_other_equal(bs_word a, bs_word b);
BS_FAR bool bs_any_compare(bs_word a, bs_word b, uint32_t operator);

BS_INLINE bool bs_any_truth(bs_word word)
{
    if ((word & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER)
        return word != 0;
    if (word <= BS_WORD_TRUE && (word & BS_WORD_TAG_MASK) == BS_WORD_TAG_POINTER)
        return word == BS_WORD_TRUE;
    return bs_any_other_truth(word);
}

BS_INLINE bool bs_any_equal(bs_word a, bs_word b)
{
    bool simple = __builtin_constant_p(b) && (b == BS_WORD_NULL || b == BS_WORD_FALSE || b == BS_WORD_TRUE);
    if (simple || bs_are_integers(a, b))
        return a == b;
    return bs_any_other_equal(a, b);
}

#define BS_ANY_COMPARE(name, OPERATOR, operator)                              \
    BS_INLINE bool bs_any_##name(bs_word a, bs_word b)                        \
    {                                                                         \
        if (bs_are_integers(a, b))                                            \
            return (int32_t)a operator(int32_t) b;                            \
        if (bs_is_float(a) && bs_is_float(b))                                 \
            return bs_untag_float(a) operator bs_untag_float(b);              \
        return bs_any_compare(a, b, OPERATOR);                                \
    }

BS_ANY_COMPARE(less, BS_OPERATOR_LESS, <)
BS_ANY_COMPARE(less_equal, BS_OPERATOR_LESS_EQUAL, <=)
BS_ANY_COMPARE(greater, BS_OPERATOR_GREATER, >)
BS_ANY_COMPARE(greater_equal, BS_OPERATOR_GREATER_EQUAL, >=)

/* ---- arithmetic ---- */

BS_FAR bs_word bs_any_other_add(bs_word a, bs_word b);
BS_FAR bs_word bs_any_arithmetic(bs_word a, bs_word b, uint32_t operator); /* all but ADD and POWER */
BS_FAR bs_word bs_any_power(bs_word a, bs_word b);
BS_FAR bs_word bs_any_unary(bs_word a, uint32_t operator);

/* Integers as they stand, overflow of 29 bits included in that of 32; floats whose result tags itself. */
#define BS_ANY_ARITHMETIC(name, with_overflow, left, operator, other)                        \
    BS_INLINE bs_word bs_any_##name(bs_word a, bs_word b)                                    \
    {                                                                                        \
        int32_t integer;                                                                     \
        if (BS_LIKELY(bs_are_integers(a, b) && !with_overflow(left, (int32_t)b, &integer)))  \
            return (bs_word)integer;                                                         \
        if (BS_LIKELY(bs_is_float(a) && bs_is_float(b))) {                                   \
            bs_word word = bs_tag_float(bs_untag_float(a) operator bs_untag_float(b));       \
            if (BS_LIKELY((word & 3) != 0))                                                  \
                return word;                                                                 \
        }                                                                                    \
        return other;                                                                        \
    }

BS_ANY_ARITHMETIC(add, __builtin_add_overflow, (int32_t)a, +, bs_any_other_add(a, b))
BS_ANY_ARITHMETIC(subtract, __builtin_sub_overflow, (int32_t)a, -, bs_any_arithmetic(a, b, BS_OPERATOR_SUBTRACT))
BS_ANY_ARITHMETIC(multiply, __builtin_mul_overflow, (int32_t)a >> 3, *, bs_any_arithmetic(a, b, BS_OPERATOR_MULTIPLY))

/* Both are multiples of 8, so that the quotient is the integers' own and the remainder is a word. */
BS_INLINE bs_word bs_any_divide(bs_word a, bs_word b)
{
    if (BS_LIKELY(bs_are_integers(a, b) && b != 0)) {
        int32_t quotient;
        __asm__("sdiv %0, %1, %2" : "=r"(quotient) : "r"(a), "r"(b));
        return bs_word_of_integer(quotient);
    }
    if (BS_LIKELY(bs_is_float(a) && bs_is_float(b))) {
        bs_word word = bs_tag_float(bs_untag_float(a) / bs_untag_float(b));
        if (BS_LIKELY((word & 3) != 0))
            return word;
    }
    return bs_any_arithmetic(a, b, BS_OPERATOR_DIVIDE);
}

BS_INLINE bs_word bs_any_remainder(bs_word a, bs_word b)
{
    if (BS_LIKELY(bs_are_integers(a, b) && b != 0)) {
        uint32_t quotient;
        __asm__("sdiv %0, %1, %2" : "=r"(quotient) : "r"(a), "r"(b));
        return a - quotient * b;
    }
    return bs_any_arithmetic(a, b, BS_OPERATOR_REMAINDER);
}

#define BS_ANY_BITS(name, OPERATOR, result)                                  \
    BS_INLINE bs_word bs_any_##name(bs_word a, bs_word b)                    \
    {                                                                        \
        if (BS_LIKELY(bs_are_integers(a, b)))                                \
            return result;                                                   \
        return bs_any_arithmetic(a, b, OPERATOR);                            \
    }

BS_ANY_BITS(bit_and, BS_OPERATOR_BIT_AND, a & b)
BS_ANY_BITS(bit_or, BS_OPERATOR_BIT_OR, a | b)
BS_ANY_BITS(bit_xor, BS_OPERATOR_BIT_XOR, a ^ b)
BS_ANY_BITS(shift_left, BS_OPERATOR_SHIFT_LEFT, bs_word_of_integer((int32_t)((uint32_t)((int32_t)a >> 3) << (b >> 3 & 31))))
BS_ANY_BITS(shift_right, BS_OPERATOR_SHIFT_RIGHT, (bs_word)((int32_t)a >> (b >> 3 & 31)) & ~BS_WORD_TAG_MASK)
BS_ANY_BITS(shift_right_unsigned, BS_OPERATOR_SHIFT_RIGHT_UNSIGNED,
            bs_word_of_integer((int32_t)((uint32_t)((int32_t)a >> 3) >> (b >> 3 & 31))))

BS_INLINE bs_word bs_any_negate(bs_word a)
{
    int32_t integer;
    if (BS_LIKELY((a & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER && !__builtin_sub_overflow(0, (int32_t)a, &integer)))
        return (bs_word)integer;
    if (bs_is_float(a))
        return a ^ 4; /* the sign */
    return bs_any_unary(a, BS_OPERATOR_NEGATE);
}

BS_INLINE bs_word bs_any_plus(bs_word a)
{
    if (BS_LIKELY((a & BS_WORD_TAG_MASK) != BS_WORD_TAG_POINTER))
        return a;
    return bs_any_unary(a, BS_OPERATOR_PLUS);
}

BS_INLINE bs_word bs_any_bit_not(bs_word a)
{
    if (BS_LIKELY((a & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER))
        return a ^ ~BS_WORD_TAG_MASK;
    return bs_any_unary(a, BS_OPERATOR_BIT_NOT);
}

BS_INLINE bs_word bs_any_increment(bs_word a)
{
    int32_t integer;
    if (BS_LIKELY((a & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER && !__builtin_add_overflow((int32_t)a, 8, &integer)))
        return (bs_word)integer;
    return bs_any_unary(a, BS_OPERATOR_INCREMENT);
}

BS_INLINE bs_word bs_any_decrement(bs_word a)
{
    int32_t integer;
    if (BS_LIKELY((a & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER && !__builtin_sub_overflow((int32_t)a, 8, &integer)))
        return (bs_word)integer;
    return bs_any_unary(a, BS_OPERATOR_DECREMENT);
}

/* ---- arrays and strings ---- */

/* An any[] may be a view of an array of another kind: these serve all kinds, and raise INDEX. A value that
 * does not fit raises TYPE. */
BS_FAR bs_word bs_view_element(const void *array, int32_t index);
BS_FAR bs_word bs_view_set_element(void *array, int32_t index, bs_word value); /* the value */
BS_FAR int32_t bs_view_push(void *array, bs_word value);
BS_FAR int32_t bs_view_unshift(void *array, bs_word value);
BS_FAR bs_word bs_view_pop(void *array);   /* raises EMPTY */
BS_FAR bs_word bs_view_shift(void *array); /* raises EMPTY */
BS_FAR void *bs_view_like(const void *array, int32_t length); /* of the same class */
BS_FAR void *bs_view_copy(const void *array, const bs_class *cls); /* as an array of `cls`, whose elements are words */

/* Of a value of type `any`; null faults. */
BS_FAR bs_word bs_any_length(bs_word of);
BS_FAR bs_word bs_any_element(bs_word of, bs_word index);
BS_FAR bs_word bs_any_set_element(bs_word of, bs_word index, bs_word value);
BS_FAR bs_word bs_any_item(bs_word of, int32_t index);
BS_FAR int32_t bs_any_item_step(bs_word of, bs_word item);

#endif
