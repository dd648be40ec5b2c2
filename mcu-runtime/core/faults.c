#include "faults.h"

#include "bs_trap.h"

/* No constant of a program lies here, on any board. */
#define NULL_PAGES 0x10000u

/* How far below the stack an access may miss it and still be an overflow: the largest frame. */
#define STACK_SHADOW 0x10000u

/* udf.w #imm16 (ARMv7-M ARM, A7.7.194): 1111 0111 1111 imm4, 1010 imm12. */
static bool is_trap(uint32_t instruction)
{
    return (instruction & 0xfff0f000u) == 0xf7f0a000u;
}

static bool is_overflow(const bs_fault *fault, uint32_t stack_base)
{
    if (!bs_fault_has_frame(fault->cfsr) || fault->sp < stack_base)
        return true;
    return bs_fault_has_address(fault->cfsr) && stack_base - fault->address - 1 < STACK_SHADOW;
}

static bool is_null(const bs_fault *fault)
{
    if (bs_fault_has_address(fault->cfsr))
        return fault->address < NULL_PAGES;
    return (fault->cfsr & (CFSR_IACCVIOL | CFSR_IBUSERR | CFSR_INVSTATE)) && fault->pc < NULL_PAGES;
}

bs_verdict bs_fault_judge(const bs_fault *fault, uint32_t stack_base)
{
    if (is_overflow(fault, stack_base))
        return (bs_verdict){BS_ERROR_STACK, BS_SITE_NONE};
    if ((fault->cfsr & CFSR_UNDEFINSTR) && is_trap(fault->instruction))
        return (bs_verdict){(uint8_t)(fault->instruction >> 16 & 0xfu), fault->instruction & 0xfffu};
    if (is_null(fault))
        return (bs_verdict){BS_ERROR_NULL, BS_SITE_NONE};
    return (bs_verdict){BS_ERROR_FAULT, BS_SITE_NONE};
}
