/*
 * The surroundings of a test program on the emulated processor: start, run-time errors, what stands
 * behind the door to the firmware, and a clock of instructions.
 */
#ifndef BS_TEST_DEVICE_H
#define BS_TEST_DEVICE_H

#include <stdbool.h>
#include <stdint.h>

#define NO_ERROR (-1)

/* Runs `action(argument)`; the error it raised (enum bs_error) or NO_ERROR. */
int32_t error_of(void (*action)(void *), void *argument);

/* Guest instructions since some moment, in steps of 40, wrapping at 2^24 steps; only with -icount shift=0. */
uint32_t instructions(void);

/* What was output since the last call, as the host would show it: lines end in \n, floats are in
 * hexadecimal. Lines of the error stream begin with "!". */
const char *output(void);

/* The message of the last assertion. */
extern char assertion[64];

#endif
