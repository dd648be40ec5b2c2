#include "failure.h"

#include <stddef.h>

#include "cortex.h"
#include "faults.h"
#include "image.h"

_Static_assert(offsetof(bs_failure, site) == BS_FAILED_SITE && offsetof(bs_failure, psr) == BS_FAILED_PSR
                   && offsetof(bs_failure, address) == BS_FAILED_ADDRESS
                   && offsetof(bs_failure, elapsed) == BS_FAILED_ELAPSED,
               "as the protocol says");

#define BASIC_FRAME 32u

/* The stack pointer before the processor stored the frame. */
static uint32_t sp_before(uint32_t frame, uint32_t psr, uint32_t exc_return)
{
    frame += exc_return & EXC_RETURN_BASIC_FRAME ? BASIC_FRAME : BS_EXTENDED_FRAME;
    return psr & XPSR_REALIGNED ? frame + 4 : frame;
}

void bs_failure_set_registers(bs_failure *failure, const bs_frame *frame, const uint32_t saved[8],
                              uint32_t exc_return, bool has_frame)
{
    for (uint32_t i = 0; i < 16; i++)
        failure->registers[i] = i >= 4 && i < 12 && saved ? saved[i - 4] : 0;
    failure->psr = 0;
    failure->flags = 0;
    if (!has_frame) {
        failure->registers[13] = sp_before(bs_address(frame), 0, exc_return);
        return;
    }
    failure->registers[0] = frame->r0;
    failure->registers[1] = frame->r1;
    failure->registers[2] = frame->r2;
    failure->registers[3] = frame->r3;
    failure->registers[12] = frame->r12;
    failure->registers[13] = sp_before(bs_address(frame), frame->psr, exc_return);
    failure->registers[14] = frame->lr;
    failure->registers[15] = frame->pc;
    failure->psr = frame->psr;
    failure->flags = BS_FAILED_HAS_PC | BS_FAILED_HAS_REGISTERS;
}

void bs_failure_set_status(bs_failure *failure)
{
    uint32_t cfsr = SCB_CFSR;
    failure->cfsr = cfsr;
    failure->hfsr = SCB_HFSR;
    failure->address = cfsr & CFSR_MMARVALID ? SCB_MMFAR : cfsr & CFSR_BFARVALID ? SCB_BFAR : 0;
    SCB_CFSR = cfsr;
    SCB_HFSR = failure->hfsr;
}
