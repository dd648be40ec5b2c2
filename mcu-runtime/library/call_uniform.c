/* The call of a uniform entry with any number of arguments, which C has no words for. */
#include "bs_uniform.h"
#include "unwind.h"

/* r4 keeps the stack pointer, ip the entry, lr the arguments. The stack stays a multiple of 8. */
__attribute__((naked)) bs_word bs_call_uniform(
    __attribute__((unused)) bs_uniform_entry entry, __attribute__((unused)) void *self,
    __attribute__((unused)) uint32_t count, __attribute__((unused)) const bs_word *arguments)
{
    __asm__("push {r4, lr}\n"
            BS_UNWIND(".cfi_adjust_cfa_offset 8")
            BS_UNWIND(".cfi_offset r4, -8")
            BS_UNWIND(".cfi_offset lr, -4")
            "mov r4, sp\n"
            BS_UNWIND(".cfi_def_cfa_register r4")
            "mov ip, r0\n"
            "mov lr, r3\n"
            "mov r0, r1\n"
            "mov r1, r2\n"
            "subs r2, r2, #2\n"
            "bls 2f\n" /* none on the stack; 0 and 1 have borrowed */
            "adds r3, r2, #1\n"
            "bic r3, r3, #1\n"
            "sub sp, sp, r3, lsl #2\n"
            "1:\n"
            "add r3, lr, r2, lsl #2\n"
            "ldr r3, [r3, #4]\n"
            "subs r2, r2, #1\n"
            "str r3, [sp, r2, lsl #2]\n"
            "bne 1b\n"
            "2:\n"
            "cmp r1, #1\n"
            "it hs\n"
            "ldrhs r2, [lr]\n"
            "it hi\n"
            "ldrhi r3, [lr, #4]\n"
            "blx ip\n"
            "mov sp, r4\n"
            "pop {r4, pc}\n");
}
