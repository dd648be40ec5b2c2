/*
 * Operations that the emitted code has in line. Each is defined for every input: what C leaves open is
 * settled here.
 */
#ifndef BS_INLINE_H
#define BS_INLINE_H

#include "bs_any.h"
#include "bs_member.h"
#include "bs_runtime.h"
#include "bs_specialised.h"

/* A cell for an instance of `cls`, which occupies `size` bytes: a compile-time constant, a multiple of
 * 8, at most BS_HEAP_LARGEST_BIN. Only the header is set. */
BS_INLINE void *bs_allocate(const bs_class *cls, uint32_t size)
{
#ifdef BS_STRESS
    bs_free_cell *cell = bs_new_cell(size); /* which may collect, or fail, at any allocation */
#else
    bs_free_cell *cell = bs_heap.bins[size / 8];
    if (BS_LIKELY(cell != 0))
        bs_heap.bins[size / 8] = cell->next;
    else
        cell = bs_new_cell(size);
#endif
    ((bs_object *)cell)->class_ = cls;
    return cell;
}

/* SDIV gives the least integer for its quotient by -1 (ARMv7-M ARM, A7.7.127); C leaves it open. The
 * divisor is not 0. */
BS_INLINE int32_t bs_divide(int32_t dividend, int32_t divisor)
{
    if (__builtin_constant_p(divisor) && divisor != -1)
        return dividend / divisor;
    int32_t quotient;
    __asm__("sdiv %0, %1, %2" : "=r"(quotient) : "r"(dividend), "r"(divisor));
    return quotient;
}

BS_INLINE int32_t bs_remainder(int32_t dividend, int32_t divisor)
{
    if (__builtin_constant_p(divisor) && divisor != -1)
        return dividend % divisor;
    return dividend - bs_divide(dividend, divisor) * divisor;
}

/* To an integer, saturating; NaN gives 0. */
BS_INLINE int32_t bs_floor(float x)
{
    int32_t toward_zero = bs_float_to_integer(x);
    return toward_zero > INT32_MIN && (float)toward_zero > x ? toward_zero - 1 : toward_zero;
}

BS_INLINE int32_t bs_ceil(float x)
{
    int32_t toward_zero = bs_float_to_integer(x);
    return toward_zero < INT32_MAX && (float)toward_zero < x ? toward_zero + 1 : toward_zero;
}

/* Halves go up, as Math.round says. The difference is exact. */
BS_INLINE int32_t bs_round(float x)
{
    int32_t floor = bs_floor(x);
    return floor < INT32_MAX && x - (float)floor >= 0.5f ? floor + 1 : floor;
}

/* Whether both are the same number. The integer comes back from its binary32 if that is exact; 2^31, to
 * which the greatest integers round, is no integer and comes back as another one. */
BS_INLINE bool bs_same_number(int32_t integer, float number)
{
    return (float)integer == number && number != 2147483648.0f && bs_float_to_integer(number) == integer;
}

BS_INLINE int32_t bs_absolute_integer(int32_t x)
{
    return x < 0 ? -x : x;
}

BS_INLINE int32_t bs_min_integer(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

BS_INLINE int32_t bs_max_integer(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

BS_INLINE int32_t bs_sign_integer(int32_t x)
{
    return (x > 0) - (x < 0);
}

/* Zeros keep their sign, NaN stays NaN. */
BS_INLINE float bs_sign_float(float x)
{
    return x > 0 ? 1.0f : x < 0 ? -1.0f : x;
}

/* NaN if either is NaN; -0 is less than 0. */
BS_INLINE float bs_min_float(float a, float b)
{
    if (a < b || a != a)
        return a;
    return a == b && __builtin_signbit(a) ? a : b;
}

BS_INLINE float bs_max_float(float a, float b)
{
    if (a > b || a != a)
        return a;
    return a == b && !__builtin_signbit(a) ? a : b;
}

BS_INLINE bool bs_same_string(const bs_string *a, const bs_string *b)
{
    return a == b || bs_string_equal(a, b);
}

/* Whether the class of an instance is `first` or one of its subclasses, numbered up to `last`. */
BS_INLINE bool bs_is_instance(const void *object, uint32_t first, uint32_t last)
{
    return (uint32_t)((const bs_object *)object)->class_->id - first <= last - first;
}

#endif
