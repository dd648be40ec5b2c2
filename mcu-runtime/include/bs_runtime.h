/*
 * What compiled BlueScript code may use: the heap, strings, arrays, output, mathematics.
 *
 * Compiled code runs in RAM, this runtime in flash, out of a branch's reach: every function is a
 * long call. What few programs need (mathematics, floats as text) is not in flash: the host links it into
 * the program when used, from target/library.o. All run unprivileged on the program's stack. A function
 * that cannot do its work raises a run-time error (bs_trap.h) and does not return. Any function that returns an object may collect.
 * References are never 0 unless the comment says so.
 */
#ifndef BS_RUNTIME_H
#define BS_RUNTIME_H

#include "bs_error.h"
#include "bs_heap.h"
#include "bs_trap.h"

#define BS_FAR __attribute__((long_call))

/* ---- heap ---- */

/* A new instance of a fixed-size class, header set, all other bytes 0. Raises MEMORY. */
BS_FAR void *bs_new_object(const bs_class *cls);

/* The slow path of allocation in line: a cell of `size` bytes (a multiple of 8, at most
 * BS_HEAP_LARGEST_BIN) with undefined content. The caller sets its header and every word that the
 * collector reads before anything else can allocate. Raises MEMORY. */
BS_FAR void *bs_new_cell(uint32_t size);

/* A new array of `length` zero elements; `cls` says which kind of element and whether it may grow.
 * Raises LENGTH if length is negative, MEMORY. */
BS_FAR void *bs_new_array(const bs_class *cls, int32_t length);

/* Makes room for at least one more element and returns the (possibly moved) elements; length unchanged.
 * Raises MEMORY. */
BS_FAR void *bs_vector_grow(void *vector);

/* Removes the first element, which the caller has read. The length must not be 0. */
BS_FAR void bs_vector_shift(void *vector);

/* Makes room before the first element (uninitialised), and adds 1 to the length. Raises MEMORY. */
BS_FAR void bs_vector_unshift(void *vector);

/* A new array of the same class and elements as `array`. */
BS_FAR void *bs_array_copy(const void *array);

BS_FAR void bs_collect(void);
BS_FAR int32_t bs_memory_free(void); /* bytes, after no collection */
BS_FAR int32_t bs_memory_used(void);

/* ---- strings ---- */

BS_FAR bs_string *bs_string_of(const char *bytes, uint32_t length);
BS_FAR bs_string *bs_string_concat(const bs_string *a, const bs_string *b);
BS_FAR bool bs_string_equal(const bs_string *a, const bs_string *b);     /* either may be 0 (null) */
BS_FAR int32_t bs_string_compare(const bs_string *a, const bs_string *b); /* bytewise: < 0, 0, > 0 */
BS_FAR bs_string *bs_string_at(const bs_string *s, int32_t index);       /* one byte; raises INDEX */
BS_FAR bs_string *bs_string_character(const bs_string *s, int32_t index); /* the UTF-8 sequence at index; raises INDEX */
BS_FAR int32_t bs_string_code_at(const bs_string *s, int32_t index);     /* the byte; raises INDEX */
BS_FAR bs_string *bs_string_substring(const bs_string *s, int32_t from, int32_t to); /* clamps and swaps as TypeScript does */
BS_FAR bool bs_string_starts_with(const bs_string *s, const bs_string *prefix);
BS_FAR bool bs_string_ends_with(const bs_string *s, const bs_string *suffix);
BS_FAR bs_string *bs_string_from_integer(int32_t value);
BS_FAR bs_string *bs_string_from_float(float value); /* shortest that reads back; "1.0", "0.1", "1e+21", "NaN", "Infinity" */
BS_FAR bs_string *bs_string_from_boolean(bool value);
BS_FAR bs_string *bs_string_from_object(const void *object); /* strings, arrays, objects, closures; 0 gives "undefined" */
BS_FAR int32_t bs_string_to_integer(const bs_string *s);  /* parseInt: decimal or 0x prefix, leading blanks and sign; saturates; 0 if there is no digit */
BS_FAR float bs_string_to_float(const bs_string *s);      /* parseFloat, correctly rounded; NaN if there is no number */

/* ---- errors: in programs that throw or catch any; linked into them ---- */

/* Calls body(frame), which returns 0. Returns 0 after it, or the error that left it, of which the object is made if it has none yet. */
BS_FAR void *bs_try(void *(*body)(void *frame), void *frame);

/* Leaves to the newest handler; without one, ends the program. Notes in the error where that was, if it was not thrown before. */
BS_FAR _Noreturn void bs_throw(void *error);

/* What the error that is about to be raised says: its handler's message, or the host's, as bs_assert_message. */
BS_FAR void bs_error_text(const bs_string *text);

/* ---- output: values are sent as they are and formatted by the host ---- */

enum bs_stream { BS_STREAM_OUT = 1, BS_STREAM_ERROR = 2 };

BS_FAR void bs_print_integer(int32_t value);
BS_FAR void bs_print_float(float value);
BS_FAR void bs_print_boolean(bool value);
BS_FAR void bs_print_object(const void *object); /* strings, arrays, objects, closures; 0 prints undefined */
BS_FAR void bs_print_end(int32_t stream);        /* ends the line: everything since the last end is one print */

/* The message of the assertion that is about to fail. */
BS_FAR void bs_assert_message(const bs_string *message);

/* ---- numbers: not in flash, linked into the program when used ---- */

BS_FAR int32_t bs_integer_power(int32_t base, int32_t exponent); /* wraps; raises EXPONENT if exponent < 0 */
BS_FAR float bs_float_remainder(float a, float b);               /* fmodf */

/* Mathematics on binary32, each a fixed sequence of binary32 and integer operations, so that a twin on the
 * host gives the same bits. */
BS_FAR float bs_sin(float x);
BS_FAR float bs_cos(float x);
BS_FAR float bs_tan(float x);
BS_FAR float bs_asin(float x);
BS_FAR float bs_acos(float x);
BS_FAR float bs_atan(float x);
BS_FAR float bs_atan2(float y, float x);
BS_FAR float bs_exp(float x);
BS_FAR float bs_log(float x);
BS_FAR float bs_log2(float x);
BS_FAR float bs_log10(float x);
BS_FAR float bs_pow(float x, float y);
BS_FAR float bs_hypot(float x, float y);
BS_FAR float bs_random(void); /* [0, 1), a fixed generator */

/* Toward zero, saturating, NaN gives 0: exactly what VCVT does (ARMv7-M ARM, A7.7.226). */
static inline int32_t bs_float_to_integer(float x)
{
    int32_t result;
    float bits;
    __asm__("vcvt.s32.f32 %0, %1" : "=t"(bits) : "t"(x));
    __builtin_memcpy(&result, &bits, sizeof result);
    return result;
}

/* ---- time ---- */

BS_FAR int32_t bs_time_now(void);         /* milliseconds since the program started, wraps */
BS_FAR int32_t bs_time_micros(void);      /* microseconds since the program started, wraps */
BS_FAR void bs_time_delay(int32_t ms);    /* returns at once if ms <= 0; can be interrupted */

#endif
