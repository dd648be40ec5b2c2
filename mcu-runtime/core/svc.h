/*
 * What the runtime may ask of the firmware. The runtime runs unprivileged on the program's stack, the
 * firmware privileged on its own, and a supervisor call is the only door between them. Each function
 * is one `svc` instruction in flash; its arguments are allegations, which the firmware checks: a range
 * that is not wholly in the program's reach ends the program with BS_ERROR_FAULT.
 *
 * Time spent behind the door is not counted as instructions of the program.
 */
#ifndef BS_SVC_H
#define BS_SVC_H

#include <stdint.h>

/* The immediates of the `svc` instructions. */
#define BS_SVC_RETURN 0
#define BS_SVC_OUTPUT 1
#define BS_SVC_OUTPUT_END 2
#define BS_SVC_ASSERT 3
#define BS_SVC_MICROS 4
#define BS_SVC_DELAY 5
#define BS_SVC_STOP 6

/*
 * Appends one value to the output: its tag (enum bs_value of bs_protocol.h, perhaps with BS_VALUE_GLUED)
 * and what follows the tag: 4 bytes of an integer or a float, nothing of a constant, any number of bytes of
 * a text. The door itself writes a text's length, and cuts a long one into glued pieces. Blocks while the
 * link's window is full. A range that is not 4-byte aligned is welcome.
 */
void bs_output(uint32_t tag, const void *bytes, uint32_t length);

/* Ends one print: what was appended since the last end is one line of the stream (enum bs_stream). */
void bs_output_end(int32_t stream);

/* The message of the assertion that is about to fail, in UTF-8. Any length; a long one goes in several frames. */
void bs_output_assert(const char *text, uint32_t length);

/* Microseconds since the program started, waiting included. The 64-bit count, so that the caller may
 * divide before it wraps. */
uint64_t bs_svc_micros(void);

/* Waits without spending processor time. Returns at once if milliseconds <= 0. */
void bs_svc_delay(int32_t milliseconds);

/* Takes the stop that was put off by a critical region (critical.h). Returns if none was. */
void bs_svc_stop(void);

#endif
