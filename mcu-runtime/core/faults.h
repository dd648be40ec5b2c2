/*
 * What a fault of the program means. Pure: the registers come as arguments, so that it can be tested
 * anywhere.
 */
#ifndef BS_FAULTS_H
#define BS_FAULTS_H

#include <stdbool.h>
#include <stdint.h>

#include "cortex.h"

typedef struct bs_fault {
    uint32_t cfsr;        /* configurable fault status */
    uint32_t address;     /* of the access, if the status says that it is known */
    uint32_t sp;          /* the process stack pointer, exception frame included */
    uint32_t pc;          /* 0 if the status says that no frame was stored */
    uint32_t instruction; /* the two halfwords at pc, the first one in the upper half; 0 if pc is not readable */
} bs_fault;

typedef struct bs_verdict {
    uint8_t error; /* enum bs_error */
    uint16_t site; /* of a trap instruction, else BS_SITE_NONE */
} bs_verdict;

/* `stack_base` is the lowest address of the program's stack. */
bs_verdict bs_fault_judge(const bs_fault *fault, uint32_t stack_base);

static inline bool bs_fault_has_frame(uint32_t cfsr)
{
    return !(cfsr & CFSR_NO_FRAME);
}

static inline bool bs_fault_has_address(uint32_t cfsr)
{
    return (cfsr & (CFSR_MMARVALID | CFSR_BFARVALID)) != 0;
}

#endif
