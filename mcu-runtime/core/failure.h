/*
 * The record of a failure, laid out as FAILED and EPITAPH carry it (bs_protocol.h), and how it is filled
 * in from an exception.
 */
#ifndef BS_FAILURE_H
#define BS_FAILURE_H

#include <stdbool.h>
#include <stdint.h>

#include "bs_protocol.h"
#include "program.h"

typedef struct bs_failure {
    uint8_t error; /* enum bs_error */
    uint8_t flags; /* BS_FAILED_HAS_... */
    uint16_t site;
    uint32_t registers[16];
    uint32_t psr;
    uint32_t cfsr;
    uint32_t hfsr;
    uint32_t address;
    uint32_t instructions;
    uint32_t elapsed;
} bs_failure;

_Static_assert(sizeof(bs_failure) == BS_FAILED_SIZE, "as the protocol says");

/* All the registers. Without a frame only those that the exception left alone, and the stack pointer. */
void bs_failure_set_registers(bs_failure *failure, const bs_frame *frame, const uint32_t saved[8],
                              uint32_t exc_return, bool has_frame);

/* The fault status registers, which are cleared. */
void bs_failure_set_status(bs_failure *failure);

#endif
