/*
 * What values of type `any` are asked for by name, and calls of them. Which classes have a member of a name
 * is known when a program is compiled: the emitted code tests the class. Here are the tests, and the errors.
 */
#ifndef BS_MEMBER_H
#define BS_MEMBER_H

#include "bs_any.h"
#include "bs_uniform.h"

#define BS_LEAST_ADDRESS 64u /* of an object; constants are below */

/* Whether a word is the address of an object; the constants below the first address are not. Four
 * instructions: what is left of any other word has one of the upper bits set. */
BS_INLINE bool bs_is_object(bs_word word)
{
    bs_word offset = word - (BS_LEAST_ADDRESS + BS_WORD_TAG_POINTER);
    return (offset >> 3 | offset << 29) < 0x1f000000u;
}

/* The class of a word for which bs_is_object holds. */
BS_INLINE const bs_class *bs_class_of(bs_word word)
{
    return ((const bs_object *)bs_untag_reference(word))->class_;
}

/* Whether a word is an object of exactly this class. */
BS_INLINE bool bs_has_class(bs_word word, const bs_class *cls)
{
    return bs_is_object(word) && bs_class_of(word) == cls;
}

/* Whether a word is an instance of a class numbered from `first` to `last`. */
BS_INLINE bool bs_has_class_between(bs_word word, uint32_t first, uint32_t last)
{
    return bs_is_object(word) && bs_class_of(word)->id - first <= last - first;
}

BS_INLINE bool bs_has_kind(bs_word word, enum bs_kind kind)
{
    return bs_is_object(word) && bs_class_of(word)->kind == kind;
}

/* "unknown property or method: Point has no "x""; null faults. */
BS_FAR BS_COLD _Noreturn void bs_raise_member(bs_word word, const bs_string *name);

/* "wrong argument count: expected 2, got 1"; "1 to 2", or "at least 1" if `most` is -1. */
BS_FAR BS_COLD _Noreturn void bs_raise_count(int32_t least, int32_t most, uint32_t given);

/* For a word that is called and is no closure: "wrong type: expected function, got integer"; null faults. */
BS_FAR BS_COLD _Noreturn void bs_raise_not_callable(bs_word word);

/* The uniform entry of a word that is called. */
BS_INLINE bs_uniform_entry bs_entry_of(bs_word word)
{
    if (BS_UNLIKELY(!bs_has_kind(word, BS_KIND_CLOSURE)))
        bs_raise_not_callable(word);
    return bs_class_of(word)->methods[BS_CLOSURE_UNIFORM_METHOD];
}

#endif
