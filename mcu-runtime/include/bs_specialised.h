/*
 * What functions need that were specialised for the types that values had so far: tests of words, and the
 * way by which such a function gives a result that is not of the type that its callers expect.
 */
#ifndef BS_SPECIALISED_H
#define BS_SPECIALISED_H

#include "bs_any.h"
#include "bs_member.h"

/* The rest of a function, for when it leaves its specialised version. */
#define BS_CONTINUATION __attribute__((noinline, cold, unused))

/* Boxes included: who computes with 32 bits meets them. Of floats only those count that tag themselves
 * (bs_is_float): the others, from 2^65, are not worth code in every function. */
BS_INLINE bool bs_is_integer(bs_word word)
{
    return BS_LIKELY((word & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER)
        || bs_has_class(word, &bs_class_box_integer);
}

BS_INLINE bool bs_is_boolean(bs_word word)
{
    return word == BS_WORD_TRUE || word == BS_WORD_FALSE;
}

/* Of a word for which the test holds. */
BS_INLINE int32_t bs_narrow_integer(bs_word word)
{
    return BS_LIKELY((word & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER) ? (int32_t)word >> 3
                                                                          : ((const bs_box *)bs_untag_reference(word))->value.integer;
}

/* A result that is not of the type that is expected, until the caller takes it, which is before anything else
 * happens. It is kept as no word is: so that 0 is nothing. What the function returns instead is rare, so that
 * callers need not look here each time. */
#define BS_WORD_NONE 52u

#define BS_RARE_INTEGER INT32_MIN
#define BS_RARE_FLOAT __builtin_nanf("")
#define BS_RARE_BOOLEAN true
#define BS_RARE_REFERENCE ((void *)1) /* never returned otherwise */

static bs_word bs_unexpected __attribute__((unused));

#define BS_IS_UNEXPECTED_INTEGER(result) (BS_UNLIKELY((result) == BS_RARE_INTEGER) && bs_unexpected != 0)
#define BS_IS_UNEXPECTED_FLOAT(result) (BS_UNLIKELY((result) != (result)) && bs_unexpected != 0)
#define BS_IS_UNEXPECTED_BOOLEAN(result) ((result) && BS_UNLIKELY(bs_unexpected != 0))
#define BS_IS_UNEXPECTED_REFERENCE(result) BS_UNLIKELY((void *)(result) == BS_RARE_REFERENCE)

BS_INLINE void bs_leave_unexpected(bs_word word)
{
    bs_unexpected = word ^ BS_WORD_NONE;
}

BS_INLINE bs_word bs_take_unexpected(void)
{
    bs_word word = bs_unexpected ^ BS_WORD_NONE;
    bs_unexpected = 0;
    return word;
}

/* How often a guard has failed, and the word for which it did last; no root of the collector. */
typedef struct {
    uint32_t count;
    bs_word last;
} bs_guard;

/* A program that counts has the counters, which the host reads while it runs. */
#define BS_GUARDS(n)                                                                                   \
    bs_guard bs_guards[n];                                                                             \
    static void __attribute__((noinline, cold, unused)) bs_guard_failed(uint32_t guard, bs_word word) \
    {                                                                                                  \
        bs_guards[guard].count++;                                                                      \
        bs_guards[guard].last = word;                                                                  \
    }                                                                                                  \
    _Static_assert((n) > 0, "guards")

#endif
