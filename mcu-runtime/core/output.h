/*
 * What the program prints, collected into OUTPUT messages. All at transmit level (link.h), from the
 * program's supervisor calls. Each returns false if the program is to be stopped instead.
 */
#ifndef BS_OUTPUT_H
#define BS_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

/* Forgets what has not been sent. */
void bs_output_reset(void);

/* Appends a value: its tag, and `length` bytes, which the program has been found to own. */
bool bs_output_value(uint8_t tag, const uint8_t *bytes, uint32_t length);

/* Ends the line and sends it. `stream`: enum bs_stream. */
bool bs_output_line(uint8_t stream);

/* Sends the message of a failed assertion. */
bool bs_output_assertion(const uint8_t *text, uint32_t length);

/* Counts what may end a wait: called by every interrupt that the host can cause. */
void bs_output_wake(void);

#endif
