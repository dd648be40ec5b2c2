/*
 * Time and the counting of instructions, both from the board's free-running counter.
 *
 * The counter has 32 bits and wraps within seconds; SysTick looks at it often enough while a program
 * runs. What the program itself used up is summed slice by slice in handlers.S.
 */
#ifndef BS_CLOCK_H
#define BS_CLOCK_H

#include <stdint.h>

/* Starts time and the count of instructions at 0. */
void bs_clock_start(void);

/* Ends the periodic interrupt. Time goes on for one lap of the counter. */
void bs_clock_stop(void);

/* Microseconds since bs_clock_start. Any level. */
uint64_t bs_clock_micros(void);

/* Instructions of the program since bs_clock_start, a call of nothing being 0. To be asked when the
 * program has been interrupted; at most 2^32 - 1. */
uint32_t bs_clock_instructions(void);

/* With interrupts masked: sleeps until an interrupt has come, or these microseconds have gone, or some
 * thousands. */
void bs_clock_sleep(uint64_t micros);

#endif
