/*
 * From reset to the idle loop; and the end of a firmware that has failed, which is reset.
 */
#include <stddef.h>

#include "board.h"
#include "bs_trap.h"
#include "cortex.h"
#include "failure.h"
#include "hal.h"
#include "image.h"
#include "link.h"
#include "memory.h"
#include "mpu.h"
#include "output.h"
#include "program.h"

/* The smaller the more urgent. SVCall and PendSV are the transmit level of link.h: they never interrupt
 * each other, nor do SysTick and the UART. Faults are above everything that can cause one. */
#define PRIORITY_FAULT 0x00u
#define PRIORITY_RECEIVE 0x40u
#define PRIORITY_TRANSMIT 0xf0u

extern const uint32_t bs_vectors[];

_Noreturn void bs_idle(void);
_Noreturn void bs_reset(void);
_Noreturn void bs_firmware_fault(const bs_frame *frame, uint32_t exc_return);
uint32_t bs_uart_handler(void);
uint32_t bs_fault_handler(bs_frame *frame, const uint32_t saved[8], uint32_t exc_return);

/* ---- what link.h asks for ---- */

void bs_hal_link_mask(void)
{
    __asm__ volatile("cpsid i" ::: "memory");
}

void bs_hal_link_unmask(void)
{
    __asm__ volatile("cpsie i" ::: "memory");
}

void bs_hal_link_pend(void)
{
    SCB_ICSR = ICSR_PENDSVSET;
}

uint32_t bs_uart_handler(void)
{
    uint8_t byte;
    while (bs_hal_receive(&byte))
        bs_link_receive(byte);
    if (bs_program_has_outcome())
        SCB_ICSR = ICSR_PENDSVSET; /* there may be room for it now */
    bs_output_wake();
    return BS_NEXT_GO_ON;
}

/* ---- faults ---- */

/* Survives a reset: not among the variables that are cleared. */
static struct {
    uint32_t magic;
    bs_failure failure;
} epitaph __attribute__((section(".epitaph")));

#define EPITAPH_MAGIC 0x52495021u

uint32_t bs_fault_handler(bs_frame *frame, const uint32_t saved[8], uint32_t exc_return)
{
    return bs_program_faulted(frame, saved, exc_return);
}

/* The stack pointer may be what has gone wrong; so its frame is an allegation, too. */
void bs_firmware_fault(const bs_frame *frame, uint32_t exc_return)
{
    uint32_t address = bs_address(frame), base = bs_address(bs_firmware_base);
    bool has_frame = address % 4 == 0 && address >= base && address - base < bs_address(bs_firmware_end) - base;
    bs_failure_set_registers(&epitaph.failure, frame, NULL, exc_return, has_frame);
    bs_failure_set_status(&epitaph.failure);
    epitaph.failure.error = BS_ERROR_FAULT;
    epitaph.failure.site = BS_SITE_NONE;
    epitaph.magic = EPITAPH_MAGIC;
    bs_barrier();
    SCB_AIRCR = AIRCR_RESET;
    for (;;) {
    }
}

static void send_epitaph(void)
{
    static const char text[] = "the firmware has failed and was started again";
    uint8_t payload[BS_EPITAPH_TEXT + sizeof text - 1];
    if (epitaph.magic != EPITAPH_MAGIC)
        return;
    epitaph.magic = 0;
    memcpy(payload, &epitaph.failure, BS_EPITAPH_TEXT);
    memcpy(payload + BS_EPITAPH_TEXT, text, sizeof text - 1);
    bs_link_epitaph(payload, sizeof payload);
}

/* ---- start ---- */

static void start_processor(void)
{
    SCB_VTOR = bs_address(bs_vectors);
    SCB_CPACR |= CPACR_FPU;
    SCB_SHPR1 = PRIORITY_FAULT;
    SCB_SHPR2 = PRIORITY_TRANSMIT << 24;
    SCB_SHPR3 = PRIORITY_RECEIVE << 24 | PRIORITY_TRANSMIT << 16;
    NVIC_IPR(BS_BOARD_UART_INTERRUPT) = PRIORITY_RECEIVE;
    SCB_SHCSR |= SHCSR_FAULTS;
    bs_mpu_initialize();
}

void bs_reset(void)
{
    memset(bs_bss_base, 0, (size_t)(bs_bss_end - bs_bss_base));
    memset(bs_user_data_base, 0, (size_t)(bs_user_data_end - bs_user_data_base));
    start_processor();
    bs_hal_initialize();
    send_epitaph();
    bs_link_init();
    NVIC_ISER(BS_BOARD_UART_INTERRUPT) = NVIC_BIT(BS_BOARD_UART_INTERRUPT);
    bs_idle();
}
