/*
 * The program: the one thread that runs unprivileged. It is started, stopped and dropped from the
 * receive level (link.h), but changes only in the exceptions that return to it, which all have the same,
 * lowest priority: once the receive level has asked for PendSV, no further instruction of the program is
 * executed before PendSV has decided.
 *
 * What remains when it ends: its memory and its stack, as they are, and the outcome, which is sent as soon
 * as the link's queue takes it.
 */
#ifndef BS_PROGRAM_H
#define BS_PROGRAM_H

#include <stdbool.h>
#include <stdint.h>

/* The exception frame that the processor stores (ARMv7-M ARM, B1.5.6), without floating-point registers. */
typedef struct bs_frame {
    uint32_t r0, r1, r2, r3, r12, lr, pc, psr;
} bs_frame;

/* With floating-point registers, or room for them, the frame has this size, and FPSCR at this word. */
#define BS_EXTENDED_FRAME 104u
#define BS_FRAME_FPSCR 24u

/* What handlers.S does after a handler in C. */
enum bs_next {
    BS_NEXT_GO_ON = 0,
    BS_NEXT_BEGIN = 1, /* the program, on the process stack */
    BS_NEXT_IDLE = 2,  /* the idle loop; the program is over */
};

/* Starts a program at `entry` when the handlers have returned. Receive level; no program may be running. */
void bs_program_start(uint32_t entry, const uint32_t arguments[4]);

/* Asks the program to end with BS_ERROR_INTERRUPTED. Receive level. */
void bs_program_interrupt(void);

/* Drops the program and its outcome. Receive level. */
void bs_program_reset(void);

/* Drops the outcome of a program that a former session called, if it has not been sent. Receive level. */
void bs_program_forget_outcome(void);

/* enum bs_device_state. Any level. */
uint8_t bs_program_state(void);

/* True if a program's wait must end, because it is to be stopped. */
bool bs_program_stopping(void);

/* True if an outcome is waiting for room in the link's queue. */
bool bs_program_has_outcome(void);

/* End the running program; but a fault that the program has a handler for makes it go on there. They do not send anything yet; the
 * handler returns what they return. */
enum bs_next bs_program_returned(uint32_t result);
enum bs_next bs_program_interrupted(const bs_frame *frame, const uint32_t saved[8], uint32_t exc_return);
enum bs_next bs_program_faulted(bs_frame *frame, const uint32_t saved[8], uint32_t exc_return);

#endif
