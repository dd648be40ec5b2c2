/*
 * The stream of a line is only known at its end. A line that needs more than one message therefore says
 * BS_STREAM_OUT in all but the last.
 */
#include "output.h"

#include "bs_protocol.h"
#include "bs_runtime.h"
#include "clock.h"
#include "cortex.h"
#include "link.h"
#include "memory.h"
#include "program.h"

#define HEADER 2u /* stream, BS_OUTPUT_MORE or 0 */
#define CAPACITY (BS_LARGEST_MESSAGE - HEADER)
#define TEXT_HEADER 2u /* tag, length */
#define LARGEST_PIECE (CAPACITY - TEXT_HEADER)

_Static_assert(LARGEST_PIECE <= UINT8_MAX, "the length of a text is a byte");

static uint8_t message[BS_LARGEST_MESSAGE];
static uint32_t used; /* bytes of values in it */

static volatile uint32_t wakes;

void bs_output_wake(void)
{
    wakes = wakes + 1;
}

/* Waits for room in the link's queue as long as the program is wanted. */
static bool send(uint8_t kind, const uint8_t *payload, uint32_t length)
{
    for (;;) {
        uint32_t before = wakes;
        if (bs_link_send(kind, payload, length))
            return true;
        uint32_t mask = bs_interrupts_mask();
        if (wakes == before)
            bs_sleep();
        bs_interrupts_restore(mask);
        bs_clock_micros();
        if (bs_program_stopping())
            return false;
    }
}

static bool flush(uint8_t stream, uint8_t more)
{
    message[0] = stream;
    message[1] = more;
    uint32_t length = HEADER + used;
    used = 0;
    return send(BS_MESSAGE_OUTPUT, message, length);
}

void bs_output_reset(void)
{
    used = 0;
}

/* Appends a tag and what follows it, which fit one message, to this message or to the next. */
static bool append(uint8_t tag, bool is_text, const uint8_t *bytes, uint32_t length)
{
    uint32_t header = is_text ? TEXT_HEADER : 1;
    if (used + header + length > CAPACITY && !flush(BS_STREAM_OUT, BS_OUTPUT_MORE))
        return false;
    uint8_t *to = message + HEADER + used;
    to[0] = tag;
    if (is_text)
        to[1] = (uint8_t)length;
    memcpy(to + header, bytes, length);
    used += header + length;
    return true;
}

bool bs_output_value(uint8_t tag, const uint8_t *bytes, uint32_t length)
{
    bool is_text = (tag & ~BS_VALUE_GLUED) == BS_VALUE_TEXT;
    while (is_text && length > LARGEST_PIECE) {
        if (!append(tag | BS_VALUE_GLUED, true, bytes, LARGEST_PIECE))
            return false;
        bytes += LARGEST_PIECE;
        length -= LARGEST_PIECE;
    }
    return append(tag, is_text, bytes, length);
}

bool bs_output_line(uint8_t stream)
{
    return flush(stream, 0);
}

bool bs_output_assertion(const uint8_t *text, uint32_t length)
{
    for (; length > BS_LARGEST_MESSAGE; text += BS_LARGEST_MESSAGE, length -= BS_LARGEST_MESSAGE) {
        if (!send(BS_MESSAGE_ASSERT, text, BS_LARGEST_MESSAGE))
            return false;
    }
    return send(BS_MESSAGE_ASSERT, text, length);
}
