#include "program.h"

#include "board.h"
#include "bs_error.h"
#include "bs_trap.h"
#include "clock.h"
#include "cortex.h"
#include "critical.h"
#include "executor.h"
#include "failure.h"
#include "faults.h"
#include "image.h"
#include "link.h"
#include "memory.h"
#include "output.h"

#define PATIENCE_MICROSECONDS (BS_CRITICAL_MILLISECONDS * 1000u)

void bs_program_return(void);

volatile uint32_t bs_critical BS_USER_DATA;
volatile uint32_t bs_stop_pending BS_USER_DATA;
bs_handler *bs_handlers BS_USER_DATA;

static volatile uint8_t state;     /* enum bs_device_state */
static volatile bool to_begin;     /* the program is to be started */
static volatile bool to_interrupt; /* the program is to end with BS_ERROR_INTERRUPTED */
static volatile bool to_drop;      /* the thread on the process stack is no longer wanted */
static uint64_t interrupt_deadline; /* in microseconds: critical regions are respected until then */

static uint32_t start_entry;
static uint32_t start_arguments[4];

/* What is to be sent when a program has ended: the kind of message, 0 if nothing. */
static volatile uint8_t outcome;
static union {
    bs_failure failure;
    struct {
        uint32_t result;
        uint32_t instructions;
        uint32_t elapsed;
    } success;
} record;

uint8_t bs_program_state(void)
{
    return state;
}

bool bs_program_stopping(void)
{
    return to_interrupt || to_drop;
}

bool bs_program_has_outcome(void)
{
    return outcome != 0;
}

/* ---- what the host asks, at receive level ---- */

void bs_program_start(uint32_t entry, const uint32_t arguments[4])
{
    start_entry = entry;
    memcpy(start_arguments, arguments, sizeof start_arguments);
    to_begin = true;
    to_interrupt = false;
    state = BS_STATE_RUNNING;
    SCB_ICSR = ICSR_PENDSVSET;
}

void bs_program_interrupt(void)
{
    if (!to_interrupt)
        interrupt_deadline = bs_clock_micros() + PATIENCE_MICROSECONDS;
    to_interrupt = true;
    SCB_ICSR = ICSR_PENDSVSET;
}

void bs_program_reset(void)
{
    if (state == BS_STATE_RUNNING && !to_begin)
        to_drop = true;
    to_begin = false;
    to_interrupt = false;
    outcome = 0;
    state = BS_STATE_IDLE;
    SCB_ICSR = ICSR_PENDSVSET;
}

void bs_program_forget_outcome(void)
{
    outcome = 0;
}

/* ---- the thread's beginning and end, at the lowest priority or in a fault of the thread ---- */

static bool takes_order_to_begin(void)
{
    uint32_t mask = bs_interrupts_mask();
    bool order = to_begin;
    to_begin = false;
    bs_interrupts_restore(mask);
    return order;
}

static enum bs_next begin(void)
{
    /* What an earlier program left on the stack must not keep its objects alive. */
    memset(bs_program_stack_base, 0, bs_address(bs_program_stack_top) - bs_address(bs_program_stack_base));
    bs_frame *frame = (bs_frame *)(bs_address(bs_program_stack_top) - sizeof(bs_frame));
    frame->r0 = start_arguments[0];
    frame->r1 = start_arguments[1];
    frame->r2 = start_arguments[2];
    frame->r3 = start_arguments[3];
    frame->r12 = 0;
    frame->lr = bs_address((void *)bs_program_return) | 1u;
    frame->pc = start_entry & ~1u;
    frame->psr = XPSR_THUMB;
    __asm__ volatile("msr psp, %0" ::"r"(frame) : "memory");

    bs_critical = 0;
    bs_stop_pending = 0;
    bs_handlers = 0;
    bs_output_reset();
    bs_clock_start();
    interrupt_deadline = PATIENCE_MICROSECONDS; /* it may have been asked for already */
    bs_barrier(); /* new code may have been written */
    return BS_NEXT_BEGIN;
}

/* PendSV then sends the outcome, and begins the next program if that is already waiting. */
static enum bs_next leave(void)
{
    bs_clock_stop();
    SCB_ICSR = ICSR_PENDSVSET;
    return BS_NEXT_IDLE;
}

static enum bs_next end(uint8_t kind, uint8_t new_state)
{
    uint32_t mask = bs_interrupts_mask();
    if (to_drop) {
        to_drop = false;
    } else {
        to_interrupt = false;
        state = new_state;
        outcome = kind;
    }
    bs_interrupts_restore(mask);
    return leave();
}

static enum bs_next fail(void)
{
    record.failure.instructions = bs_clock_instructions();
    record.failure.elapsed = (uint32_t)bs_clock_micros();
    return end(BS_MESSAGE_FAILED, BS_STATE_FAILED);
}

enum bs_next bs_program_returned(uint32_t result)
{
    record.success.result = result;
    record.success.instructions = bs_clock_instructions();
    record.success.elapsed = (uint32_t)bs_clock_micros();
    return end(BS_MESSAGE_RETURNED, BS_STATE_IDLE);
}

enum bs_next bs_program_interrupted(const bs_frame *frame, const uint32_t saved[8], uint32_t exc_return)
{
    bs_failure *failure = &record.failure;
    bs_failure_set_registers(failure, frame, saved, exc_return, true);
    failure->error = BS_ERROR_INTERRUPTED;
    failure->site = BS_SITE_NONE;
    failure->cfsr = failure->hfsr = failure->address = 0;
    return fail();
}

/* The two halfwords of an instruction, or 0 if the program could not have read them. */
static uint32_t instruction_at(uint32_t pc)
{
    if ((pc & 1u) || !bs_executor_allows(pc, 4, BS_ACCESS_CALL))
        return 0;
    const uint16_t *halfwords = (const uint16_t *)pc;
    return (uint32_t)halfwords[0] << 16 | halfwords[1];
}

/*
 * Lets the program go on at its newest handler, if it has one that lies on its stack, with room for an exception frame below it;
 * what the record says is the program's own business. Not in a critical region: the heap could not be used any more.
 */
static bool resume(bs_frame *frame, bs_verdict verdict)
{
    const bs_handler *handler = bs_handlers;
    uint32_t lowest = bs_address(bs_program_stack_base) + BS_EXTENDED_FRAME, at = bs_address(handler);
    if (at - lowest > bs_address(bs_program_stack_top) - sizeof *handler - lowest || at % 8 != 0 || bs_critical != 0)
        return false;
    bs_failure *failure = &record.failure;
    if (!bs_fault_has_frame(failure->cfsr)) {
        /* Return from the exception by way of a frame that is one. */
        failure->registers[13] = bs_address(bs_program_stack_base);
        frame = (bs_frame *)(at - BS_EXTENDED_FRAME);
        ((uint32_t *)frame)[BS_FRAME_FPSCR] = 0;
        __asm__ volatile("msr psp, %0" ::"r"(frame) : "memory");
    }
    frame->r0 = verdict.error;
    frame->r1 = failure->registers[13];
    frame->r2 = failure->registers[14];
    frame->r3 = failure->registers[15];
    frame->r12 = at;
    frame->pc = handler->code;
    frame->psr = XPSR_THUMB;
    bs_handlers = handler->previous;
    bs_output_reset();
    return true;
}

enum bs_next bs_program_faulted(bs_frame *frame, const uint32_t saved[8], uint32_t exc_return)
{
    bs_failure *failure = &record.failure;
    bs_failure_set_status(failure);
    bool has_frame = bs_fault_has_frame(failure->cfsr);
    /* The stack had no room for the frame of a supervisor call: nobody waits for its answer any more. */
    SCB_SHCSR &= ~SHCSR_SVC_PENDING;
    bs_failure_set_registers(failure, frame, saved, exc_return, has_frame);
    if (bs_fault_has_address(failure->cfsr))
        failure->flags |= BS_FAILED_HAS_ADDRESS;

    uint32_t pc = failure->registers[15];
    bs_fault fault = {failure->cfsr, failure->address, bs_address(frame), pc, instruction_at(pc)};
    bs_verdict verdict = bs_fault_judge(&fault, bs_address(bs_program_stack_base));
    if (resume(frame, verdict))
        return BS_NEXT_GO_ON;
    failure->error = verdict.error;
    failure->site = verdict.site;
    return fail();
}

/* ---- PendSV and SysTick ---- */

/* True if there is none left to send. */
static bool send_outcome(void)
{
    uint8_t kind = outcome;
    if (kind == 0)
        return true;
    uint32_t length = kind == BS_MESSAGE_FAILED ? sizeof record.failure : sizeof record.success;
    if (!bs_link_send(kind, (const uint8_t *)&record, length))
        return false;
    outcome = 0;
    return true;
}

/* Whether the program may be stopped where it is; if not, asks it to come by. Critical regions are the
 * runtime's, in flash. */
static bool may_interrupt(const bs_frame *frame)
{
    bool in_runtime = frame->pc - BS_BOARD_FLASH_BASE < BS_BOARD_FLASH_SIZE;
    if (bs_critical == 0 || !in_runtime || bs_clock_micros() >= interrupt_deadline)
        return true;
    bs_stop_pending = 1;
    return false;
}

uint32_t bs_pendsv_handler(const bs_frame *frame, const uint32_t saved[8], uint32_t exc_return);
uint32_t bs_systick_handler(void);

uint32_t bs_pendsv_handler(const bs_frame *frame, const uint32_t saved[8], uint32_t exc_return)
{
    bs_link_transmit();
    if (exc_return & EXC_RETURN_THREAD_PSP) {
        if (to_drop) {
            to_drop = false;
            return leave();
        }
        if (to_interrupt && may_interrupt(frame))
            return bs_program_interrupted(frame, saved, exc_return);
    } else {
        if (send_outcome() && takes_order_to_begin())
            return begin();
    }
    return BS_NEXT_GO_ON;
}

uint32_t bs_systick_handler(void)
{
    bs_clock_micros();
    if (to_interrupt)
        SCB_ICSR = ICSR_PENDSVSET;
    return BS_NEXT_GO_ON;
}
