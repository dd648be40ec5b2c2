/*
 * What every C twin offers to the benchmark harness, and the little that several of them share.
 *
 * A twin is one C file: it does the same work as the BlueScript program beside it, with the same
 * parameters, and prints nothing.
 */
#ifndef TWIN_H
#define TWIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Runs the benchmark once and returns 1 if the result is the expected one, else 0. May be called again. */
int32_t bench_main(void);

/* The most bytes that malloc has ever taken from the heap range since the image was loaded. */
int32_t bench_peak(void);

#define TWIN_RANDOM_SEED 74755

/* The linear congruential generator of the programs: 0 to 65535. */
static inline int32_t twin_random(int32_t *seed)
{
    *seed = (*seed * 1309 + 13849) & 65535;
    return *seed;
}

#endif
