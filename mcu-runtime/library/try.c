/* Errors on their way from where they are raised to where they are caught: see bs_error.h. */
#include "bs_error.h"
#include "bs_runtime.h"
#include "heap.h"

#ifdef __GCC_HAVE_DWARF2_CFI_ASM
#define UNWIND(directive) directive "\n"
#else
#define UNWIND(directive) ""
#endif

#define UNUSED __attribute__((unused)) /* by its name: it is in a register */

/* What the error says that is about to be raised, or 0. */
static const bs_string *error_text;

void bs_error_text(const bs_string *text)
{
    if (bs_handlers == 0)
        bs_assert_message(text);
    else
        error_text = text;
}

/*
 * The object of an error that was raised. Its memory is that of any object, except if there is none. `place` is in the program's
 * own code, or 0.
 */
__attribute__((used)) static bs_error_object *caught(uint32_t kind, uint32_t place)
{
    const bs_string *text = error_text;
    error_text = 0;
    bs_error_object *error = 0;
    if (kind >= BS_ERROR_KINDS || bs_errors.kinds[kind].class_ == 0)
        kind = BS_ERROR_FAULT; /* inline C can raise anything */
    if (kind != BS_ERROR_MEMORY)
        error = bs_heap_allocate(sizeof *error);
    if (error == 0) {
        kind = BS_ERROR_MEMORY;
        text = 0;
        error = &bs_errors.out_of_memory;
    }
    *error = bs_errors.kinds[kind];
    if (text != 0)
        error->message = text;
    error->origin = kind << BS_ORIGIN_PLACE_BITS | (place & BS_ORIGIN_PLACE);
    return error;
}

/*
 * Saves every register that the caller may use across a call, and the record below them: 112 bytes.
 *
 * The firmware resumes at 1, on the stack of whatever failed, with r0 = enum bs_error, r1 = the stack
 * pointer, r2 = lr and r3 = the program counter there, and r12 = the record. If the failure was not in the program's own code but in something that this code had
 * called, then somewhere between r1 and the record is the return address; the first word that looks like one is taken for it. All this
 * is done before the stack pointer moves: then what is below it is lost.
 */
__attribute__((naked)) void *bs_try(UNUSED void *(*body)(void *frame), UNUSED void *frame)
{
    __asm__("push {r3-r11, lr}\n"
            UNWIND(".cfi_adjust_cfa_offset 40")
            UNWIND(".cfi_offset r4, -36")
            UNWIND(".cfi_offset r5, -32")
            UNWIND(".cfi_offset r6, -28")
            UNWIND(".cfi_offset r7, -24")
            UNWIND(".cfi_offset r8, -20")
            UNWIND(".cfi_offset r9, -16")
            UNWIND(".cfi_offset r10, -12")
            UNWIND(".cfi_offset r11, -8")
            UNWIND(".cfi_offset lr, -4")
            "vpush {s16-s31}\n"
            UNWIND(".cfi_adjust_cfa_offset 64")
            "ldr r4, =bs_handlers\n"
            "adr r2, 1f\n"
            "ldr r3, [r4]\n"
            "push {r2, r3}\n"
            UNWIND(".cfi_adjust_cfa_offset 8")
            "ldr r2, [sp, #-240]\n" /* overflows the stack now, if at all: the firmware needs room below a record */
            "str sp, [r4]\n"
            "mov r2, r0\n"
            "mov r0, r1\n"
            "blx r2\n"
            "ldr r3, [sp, #4]\n"
            "str r3, [r4]\n" /* the body has kept r4 */
            "add sp, sp, #72\n"
            UNWIND(".cfi_adjust_cfa_offset -72")
            "pop {r3-r11, pc}\n"
            UNWIND(".cfi_adjust_cfa_offset 72")

            ".align 2\n"
            UNWIND(".cfi_def_cfa r12, 112")
            "1: ldr r4, =bs_errors\n"
            "ldrd r5, r6, [r4]\n"
            "subs r6, r6, r5\n" /* size of the program's own code, which begins at r5 */
            "subs r7, r3, r5\n"
            "mov r10, r1\n"
            "mov r1, r3\n"
            "cmp r7, r6\n"
            "blo 5f\n"
            "mov r1, r2\n"
            "b 3f\n"
            "2: cmp r10, r12\n"
            "bhs 4f\n"
            "ldr r1, [r10], #4\n"
            "3: lsls r7, r1, #31\n"
            "beq 2b\n"
            "subs r7, r1, r5\n"
            "cmp r7, r6\n"
            "bhs 2b\n"
            "ldrh r7, [r1, #-3]\n" /* the instruction before: blx, or the second half of bl */
            "movw r8, #0xff87\n"
            "and r8, r8, r7\n"
            "movw r9, #0x4780\n"
            "cmp r8, r9\n"
            "beq 5f\n"
            "mvns r7, r7\n"
            "tst r7, #0xd000\n"
            "bne 2b\n"
            "ldrh r7, [r1, #-5]\n"
            "and r7, r7, #0xf800\n"
            "cmp r7, #0xf000\n"
            "beq 5f\n"
            "b 2b\n"
            "4: movs r1, #0\n"
            "5: mov sp, r12\n"
            UNWIND(".cfi_def_cfa sp, 112")
            "add sp, sp, #8\n"
            UNWIND(".cfi_adjust_cfa_offset -8")
            "vpop {s16-s31}\n"
            UNWIND(".cfi_adjust_cfa_offset -64")
            "pop {r3-r11, lr}\n"
            UNWIND(".cfi_adjust_cfa_offset -40")
            UNWIND(".cfi_same_value r4")
            UNWIND(".cfi_same_value r5")
            UNWIND(".cfi_same_value r6")
            UNWIND(".cfi_same_value r7")
            UNWIND(".cfi_same_value r8")
            UNWIND(".cfi_same_value r9")
            UNWIND(".cfi_same_value r10")
            UNWIND(".cfi_same_value r11")
            UNWIND(".cfi_same_value lr")
            "ldr r2, =caught\n"
            "bx r2\n"
            ".ltorg\n");
}

__attribute__((naked)) void bs_throw(UNUSED void *error)
{
    __asm__("ldr r1, [r0, #12]\n"
            "cbnz r1, 1f\n"
            "bic r1, lr, #0xf8000000\n"
            "orr r1, r1, #0x40000000\n" /* BS_ERROR_THROWN */
            "str r1, [r0, #12]\n"
            "1: ldr r2, =bs_handlers\n"
            "ldr r3, [r2]\n"
            "cbz r3, 2f\n"
            "ldr r1, [r3, #4]\n"
            "str r1, [r2]\n"
            "mov sp, r3\n"
            "add sp, sp, #8\n"
            "vpop {s16-s31}\n"
            "pop {r3-r11, pc}\n"
            "2: udf.w #0x8fff\n"
            ".ltorg\n");
}

_Static_assert(BS_ERROR_THROWN == 8 && BS_ORIGIN_PLACE_BITS == 27, "as bs_throw writes it");
