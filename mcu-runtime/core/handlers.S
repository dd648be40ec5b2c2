/*
 * The vector table, and the way in and out of every exception.
 *
 * Two threads exist: the idle loop, privileged on the main stack, and at most one program, unprivileged
 * on the process stack. While a program runs, the idle loop's frame lies on the main stack, so leaving a
 * program is nothing but an exception return to that frame.
 *
 * The handlers in C get (frame of the program, saved r4-r11, EXC_RETURN) and answer what to do next
 * (enum bs_next): go on, begin the program on the process stack, or drop it and be idle.
 *
 * Counting: every exception that interrupts the program adds the counter's advance since the last return
 * to it. Between the counter's two readings lie, besides the program's own instructions, always the same
 * few of this file: SLICE_INSTRUCTIONS of clock.c, to be kept in step with the code marked "counted".
 * An exception that interrupts another one, which may be just before its first reading or just after its
 * last, moves the beginning of the slice by what it used up itself. There are only two levels, beside
 * faults, so that no time is taken off twice.
 */
#include "board.h"

    .syntax unified
    .cpu    cortex-m4
    .thumb

    .section .vectors, "a"
    .global bs_vectors
bs_vectors:
    .word   bs_main_stack_top
    .word   bs_reset
    .word   bs_unexpected           @ NMI
    .word   bs_fault_entry          @ HardFault
    .word   bs_fault_entry          @ MemManage
    .word   bs_fault_entry          @ BusFault
    .word   bs_fault_entry          @ UsageFault
    .word   0, 0, 0, 0
    .word   bs_svc_entry
    .word   bs_unexpected           @ DebugMonitor
    .word   0
    .word   bs_pendsv_entry
    .word   bs_systick_entry
    .set    interrupt, 0
    .rept   BS_BOARD_INTERRUPTS
    .if     interrupt == BS_BOARD_UART_INTERRUPT
    .word   bs_uart_entry
    .else
    .word   bs_unexpected
    .endif
    .set    interrupt, interrupt + 1
    .endr

    .text

    .macro  entry name, handler
    .global \name
    .type   \name, %function
\name:
    ldr     r0, =BS_BOARD_COUNTER   @ counted
    cpsid   i                       @ counted
    ldr     r1, [r0]                @ counted; the reading
    ldr     r12, =\handler
    b       dispatch
    .size   \name, . - \name
    .endm

    entry   bs_uart_entry, bs_uart_handler
    entry   bs_systick_entry, bs_systick_handler
    entry   bs_svc_entry, bs_svc_handler
    entry   bs_pendsv_entry, bs_pendsv_handler

    .global bs_fault_entry
    .type   bs_fault_entry, %function
bs_fault_entry:
    ldr     r0, =BS_BOARD_COUNTER   @ counted
    cpsid   i                       @ counted
    ldr     r1, [r0]                @ counted; the reading
    ldr     r12, =bs_fault_handler
    tst     lr, #4
    bne     dispatch                @ the program's fault; else the firmware's own
    .size   bs_fault_entry, . - bs_fault_entry

    .global bs_unexpected
    .type   bs_unexpected, %function
bs_unexpected:
    mov     r0, sp                  @ may point anywhere
    ldr     sp, =bs_main_stack_top
    b       bs_firmware_fault       @ does not return
    .size   bs_unexpected, . - bs_unexpected

/* What an exception that interrupts another executes before its first reading and after its last. */
#define NESTED_TICKS (11 / BS_BOARD_INSTRUCTIONS_PER_TICK)

    .type   dispatch, %function
dispatch:
    tst     lr, #4
    beq     1f                      @ interrupts the idle loop or another handler
    ldr     r0, =bs_count           @ struct bs_count
    ldr     r2, [r0]
    cpsie   i
    subs    r1, r1, r2
    ldrd    r2, r3, [r0, #8]
    adds    r2, r2, r1
    adc     r3, r3, #0
    strd    r2, r3, [r0, #8]
    ldr     r2, [r0, #4]
    adds    r2, r2, #1
    str     r2, [r0, #4]
1:  cpsie   i
    mrs     r0, psp
    push    {r1, r4-r11, lr}
    add     r1, sp, #4
    mov     r2, lr
    blx     r12
    cbnz    r0, 2f
    pop     {r3-r11, lr}
leave:
    ldr     r0, =BS_BOARD_COUNTER
    ldr     r2, =bs_count
    tst     lr, #4
    cpsid   i
    ldr     r1, [r0]                @ the reading
    beq     nested                  @ counted
    str     r1, [r2]                @ counted
    cpsie   i                       @ counted
    bx      lr                      @ counted
nested:
    ldr     r0, [r2]
    subs    r1, r1, r3
    adds    r0, r0, r1
    adds    r0, r0, #NESTED_TICKS
    str     r0, [r2]
    cpsie   i
    bx      lr

2:  add     sp, sp, #40
    cmp     r0, #1
    bne     3f
    msr     control, r0             @ BS_NEXT_BEGIN: unprivileged, no floating-point context
    isb
    movs    r4, #0
    movs    r5, #0
    movs    r6, #0
    movs    r7, #0
    mov     r8, r4
    mov     r9, r4
    mov     r10, r4
    mov     r11, r4
    mvn     lr, #2                  @ to thread mode on the process stack
    b       leave

3:  movs    r0, #0                  @ BS_NEXT_IDLE
    msr     control, r0
    ldr     r1, =0xe000ef34         @ FPCCR
    ldr     r2, [r1]
    bic     r2, r2, #1              @ LSPACT: nobody wants the program's floating-point registers
    str     r2, [r1]
    dsb
    isb
    mvn     lr, #6                  @ to thread mode on the main stack
    b       leave
    .size   dispatch, . - dispatch
    .ltorg

/* Where a program returns to, and the doors of svc.h. */
    .macro  door name, number
    .section .text.\name, "ax"
    .global \name
    .type   \name, %function
    .cfi_startproc
\name:
    svc     #\number
    bx      lr
    .cfi_endproc
    .size   \name, . - \name
    .endm

    .cfi_sections .debug_frame
    door    bs_program_return, 0
    door    bs_output, 1
    door    bs_output_end, 2
    door    bs_output_assert, 3
    door    bs_svc_micros, 4
    door    bs_svc_delay, 5
    door    bs_svc_stop, 6

    .section .text.bs_idle, "ax"
    .global bs_idle
    .type   bs_idle, %function
bs_idle:
    wfi
    b       bs_idle
    .size   bs_idle, . - bs_idle
