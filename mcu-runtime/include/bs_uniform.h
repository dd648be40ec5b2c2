/*
 * Uniform entries: how a function is called by somebody who does not know its type.
 *
 *     bs_word NAME_uniform(void *self, uint32_t count, bs_word a0, bs_word a1, ...)
 *
 * An ordinary call by the AAPCS with words of type `any`: `self` and `count` in r0 and r1, the first two
 * arguments in r2 and r3, the rest on the stack. `self` is the receiver of a method, the closure of a
 * closure, and ignored by all others. `count` says how many arguments there are; the entry reads none
 * before it has found the number right, and converts each to its parameter's type. A function without a
 * result gives BS_WORD_NULL. Wrong counts and wrong types raise a run-time error.
 *
 * The class record of a closure has its uniform entry as methods[0], in programs that need it.
 */
#ifndef BS_UNIFORM_H
#define BS_UNIFORM_H

#include "bs_runtime.h"
#include "bs_word.h"

/* Any uniform entry. To be cast to the type with the right number of arguments. */
typedef void (*bs_uniform_entry)(void);

#define BS_CLOSURE_UNIFORM_METHOD 0 /* its place in the method table of a closure's class record */

/* Calls a uniform entry with `count` arguments from an array, which need not outlive the beginning of the
 * call. Four words are what a CALL of the host carries. */
BS_FAR bs_word bs_call_uniform(bs_uniform_entry entry, void *self, uint32_t count, const bs_word *arguments);

#endif
