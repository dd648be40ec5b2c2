#include "svc.h"

#include "bs_protocol.h"
#include "bs_trap.h"
#include "clock.h"
#include "cortex.h"
#include "critical.h"
#include "executor.h"
#include "link.h"
#include "output.h"
#include "program.h"

/* What a value has behind its tag; texts have any number of bytes. */
static bool is_value(uint32_t tag, uint32_t length)
{
    switch (tag & ~(uint32_t)BS_VALUE_GLUED) {
    case BS_VALUE_INTEGER:
    case BS_VALUE_FLOAT:
        return length == 4;
    case BS_VALUE_FALSE:
    case BS_VALUE_TRUE:
    case BS_VALUE_NULL:
        return length == 0;
    case BS_VALUE_TEXT:
        return true;
    default:
        return false;
    }
}

static bool is_readable(uint32_t address, uint32_t length)
{
    return length == 0 || bs_executor_allows(address, length, BS_ACCESS_READ);
}

/* Handles the link meanwhile, because the link's own handler has the same priority as this one. */
static void delay(int32_t milliseconds)
{
    if (milliseconds <= 0)
        return;
    uint64_t end = bs_clock_micros() + (uint32_t)milliseconds * 1000ull;
    for (;;) {
        bs_link_transmit();
        uint32_t mask = bs_interrupts_mask();
        uint64_t now = bs_clock_micros();
        bool over = now >= end || bs_program_stopping();
        if (!over)
            bs_clock_sleep(end - now);
        bs_interrupts_restore(mask);
        if (over)
            return;
    }
}

uint32_t bs_svc_handler(bs_frame *frame, const uint32_t saved[8], uint32_t exc_return);

uint32_t bs_svc_handler(bs_frame *frame, const uint32_t saved[8], uint32_t exc_return)
{
    uint8_t number = *(const uint8_t *)(frame->pc - 2);
    switch (number) {
    case BS_SVC_RETURN:
        return bs_program_returned(frame->r0);
    case BS_SVC_OUTPUT:
        if (!is_value(frame->r0, frame->r2) || !is_readable(frame->r1, frame->r2))
            break;
        bs_output_value((uint8_t)frame->r0, (const uint8_t *)frame->r1, frame->r2);
        return BS_NEXT_GO_ON;
    case BS_SVC_OUTPUT_END:
        bs_output_line((uint8_t)frame->r0);
        return BS_NEXT_GO_ON;
    case BS_SVC_ASSERT:
        if (!is_readable(frame->r0, frame->r1))
            break;
        bs_output_assertion((const uint8_t *)frame->r0, frame->r1);
        return BS_NEXT_GO_ON;
    case BS_SVC_MICROS: {
        uint64_t micros = bs_clock_micros();
        frame->r0 = (uint32_t)micros;
        frame->r1 = (uint32_t)(micros >> 32);
        return BS_NEXT_GO_ON;
    }
    case BS_SVC_DELAY:
        delay((int32_t)frame->r0);
        return BS_NEXT_GO_ON;
    case BS_SVC_STOP:
        bs_stop_pending = 0;
        if (bs_program_stopping())
            SCB_ICSR = ICSR_PENDSVSET;
        return BS_NEXT_GO_ON;
    default:
        break;
    }
    frame->pc -= 2; /* the request itself is what failed, not what follows */
    return bs_program_faulted(frame, saved, exc_return);
}
