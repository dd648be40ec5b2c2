/*
 * What functions need that were specialised for the types that values had so far: exact tests of words, and the
 * way by which such a function gives a result that is not of the type that its callers expect.
 */
#ifndef BS_SPECIALISED_H
#define BS_SPECIALISED_H

#include "bs_any.h"
#include "bs_member.h"

/* The rest of a function, for when it leaves its specialised version. */
#define BS_CONTINUATION __attribute__((noinline, cold, unused))

BS_FAR bool bs_is_other_float(bs_word word); /* of a word that is an object or a constant */

BS_INLINE bool bs_is_integer(bs_word word)
{
    return BS_LIKELY((word & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER)
        || bs_has_class(word, &bs_class_box_integer);
}

/* Whether the word is a float, which no integer is. */
BS_INLINE bool bs_is_number(bs_word word)
{
    return BS_LIKELY(bs_is_float(word)) || bs_is_other_float(word);
}

BS_INLINE bool bs_is_boolean(bs_word word)
{
    return word == BS_WORD_TRUE || word == BS_WORD_FALSE;
}

/* Of words for which the tests hold. */
BS_INLINE int32_t bs_narrow_integer(bs_word word)
{
    return BS_LIKELY((word & BS_WORD_TAG_MASK) == BS_WORD_TAG_INTEGER) ? (int32_t)word >> 3
                                                                          : ((const bs_box *)bs_untag_reference(word))->value.integer;
}

BS_INLINE float bs_narrow_float(bs_word word)
{
    return BS_LIKELY(bs_is_float(word)) ? bs_untag_float(word) : bs_float_of_other(word);
}

/* A result that is not of the type that is expected, until the caller takes it, which is before anything else
 * happens. It is kept as no word is: so that 0 is nothing. */
#define BS_WORD_NONE 52u

static bs_word bs_unexpected __attribute__((unused));

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

#endif
