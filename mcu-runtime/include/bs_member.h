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

/* Whether a word is an array that can be seen as an any[]: typed arrays cannot. */
BS_INLINE bool bs_is_function(bs_word word)
{
    return bs_is_object(word) && bs_class_of(word)->kind >= BS_KIND_CLOSURE;
}

BS_INLINE bool bs_is_view(bs_word word)
{
    if (!bs_is_object(word))
        return false;
    const bs_class *cls = bs_class_of(word);
    return (cls->kind == BS_KIND_ARRAY || cls->kind == BS_KIND_VECTOR) && !bs_element_is_typed(cls->element);
}

/* "unknown property or method: Point has no "x""; null faults. */
BS_FAR BS_COLD _Noreturn void bs_raise_member(bs_word word, const bs_string *name);

/* "wrong argument count: expected 2, got 1"; "1 to 2", or "at least 1" if `most` is -1. */
BS_FAR BS_COLD _Noreturn void bs_raise_count(int32_t least, int32_t most, uint32_t given);

/* For a word that is called and is no closure: "wrong type: expected function, got integer"; null faults. */
BS_FAR BS_COLD _Noreturn void bs_raise_not_callable(bs_word word);

/* How many arguments a function takes at most. */
BS_INLINE int32_t bs_parameter_count(bs_word word)
{
    if (BS_UNLIKELY(!bs_is_function(word)))
        bs_raise_not_callable(word);
    return bs_class_of(word)->element;
}

/* The uniform entry of a word that is called. */
BS_INLINE bs_uniform_entry bs_entry_of(bs_word word)
{
    if (BS_UNLIKELY(!bs_is_function(word)))
        bs_raise_not_callable(word);
    return bs_class_of(word)->methods[BS_CLOSURE_UNIFORM_METHOD];
}

/* Elements and length of a word that is most probably an array of words, in the form that these have in the
 * program. A negative index is greater than every length. */
#define BS_WORD_ARRAY(form)                                                                          \
    BS_INLINE bs_word bs_##form##_item(bs_word of, int32_t index)                                    \
    {                                                                                                \
        if (BS_LIKELY(bs_has_class(of, &bs_class_##form##_tagged))) {                                \
            const bs_##form##_tagged *array = bs_untag_reference(of);                                \
            if (BS_LIKELY((uint32_t)index < array->length))                                          \
                return array->elements[index];                                                       \
        }                                                                                            \
        return bs_any_item(of, index);                                                               \
    }                                                                                                \
    BS_INLINE bs_word bs_##form##_element(bs_word of, bs_word index)                                 \
    {                                                                                                \
        if (BS_LIKELY(bs_has_class(of, &bs_class_##form##_tagged) && bs_are_integers(index, 0))) {   \
            const bs_##form##_tagged *array = bs_untag_reference(of);                                \
            if (BS_LIKELY(index >> 3 < array->length))                                               \
                return array->elements[index >> 3];                                                  \
        }                                                                                            \
        return bs_any_element(of, index);                                                            \
    }                                                                                                \
    BS_INLINE bs_word bs_##form##_set_element(bs_word of, bs_word index, bs_word value)              \
    {                                                                                                \
        if (BS_LIKELY(bs_has_class(of, &bs_class_##form##_tagged) && bs_are_integers(index, 0))) {   \
            bs_##form##_tagged *array = bs_untag_reference(of);                                      \
            if (BS_LIKELY(index >> 3 < array->length))                                               \
                return array->elements[index >> 3] = value;                                          \
        }                                                                                            \
        return bs_any_set_element(of, index, value);                                                 \
    }                                                                                                \
    BS_INLINE bs_word bs_##form##_length(bs_word of)                                                 \
    {                                                                                                \
        if (BS_LIKELY(bs_has_class(of, &bs_class_##form##_tagged)))                                  \
            return (bs_word)((const bs_##form##_tagged *)bs_untag_reference(of))->length << 3;       \
        return bs_any_length(of);                                                                    \
    }

BS_WORD_ARRAY(array)
BS_WORD_ARRAY(vector)

#endif
