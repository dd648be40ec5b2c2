#include "device.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bs_protocol.h"
#include "bs_runtime.h"
#include "critical.h"
#include "svc.h"

extern void initialise_monitor_handles(void);
extern int main(void);
extern uint32_t bs_program_stack_top[];

#define SYSTICK ((volatile uint32_t *)0xe000e010)
#define CPACR ((volatile uint32_t *)0xe000ed88)

static void reset(void)
{
    *CPACR = 0xf << 20; /* the floating-point unit */
    __asm__ volatile("dsb\n isb");
    SYSTICK[1] = 0xffffff;
    SYSTICK[2] = 0;
    SYSTICK[0] = 5;
    initialise_monitor_handles();
    exit(main());
}

__attribute__((naked)) void test_reset(void)
{
    __asm__("b %0" : : "i"(reset));
}

uint32_t instructions(void)
{
    return (0xffffff - SYSTICK[2]) * 40;
}

static jmp_buf after_error;
static volatile bool error_expected;
static volatile int32_t raised;

static void leave(void)
{
    longjmp(after_error, 1);
}

/* The frame that the processor pushed: r0 to r3, r12, lr, pc, psr. */
__attribute__((used)) static void faulted(uint32_t *frame)
{
    const uint16_t *code = (const uint16_t *)frame[6];
    /* udf.w, encoding T2 (ARMv7-M ARM, A7.7.194) */
    bool trap = (code[0] & 0xfff0) == 0xf7f0 && (code[1] & 0xf000) == 0xa000;
    if (!trap || !error_expected) {
        printf("unexpected fault at 0x%08lx, lr 0x%08lx\n", (unsigned long)frame[6], (unsigned long)frame[5]);
        exit(2);
    }
    raised = code[0] & 0xf;
    frame[6] = (uint32_t)leave & ~1u;
    frame[7] &= ~0x0600fc00u; /* no interrupted IT block */
}

__attribute__((naked)) static void fault(void)
{
    __asm__("mov r0, sp\n b faulted");
}

__attribute__((section(".vectors"), used)) static const void *const vectors[16] = {
    bs_program_stack_top, test_reset, fault, fault, fault, fault, fault,
};

int32_t error_of(void (*action)(void *), void *argument)
{
    raised = NO_ERROR;
    error_expected = true;
    if (setjmp(after_error) == 0)
        action(argument);
    error_expected = false;
    return raised;
}

volatile uint32_t bs_critical;
volatile uint32_t bs_stop_pending;
char assertion[64];

static char text[8192];
static uint32_t used;
static bool in_line;
static uint32_t line_start;

static void append(const char *bytes, uint32_t length)
{
    if (used + length >= sizeof text)
        abort();
    memcpy(text + used, bytes, length);
    used += length;
}

void bs_output(uint32_t tag, const void *bytes, uint32_t length)
{
    char number[40];
    uint32_t word = 0;
    if (length == 4)
        memcpy(&word, bytes, 4);
    if (in_line)
        append(" ", 1);
    in_line = (tag & BS_VALUE_GLUED) == 0;
    switch (tag & ~(uint32_t)BS_VALUE_GLUED) {
    case BS_VALUE_INTEGER:
        append(number, (uint32_t)sprintf(number, "%ld", (long)(int32_t)word));
        break;
    case BS_VALUE_FLOAT:
        append(number, (uint32_t)sprintf(number, "<%08lx>", (unsigned long)word));
        break;
    case BS_VALUE_FALSE:
        append("false", 5);
        break;
    case BS_VALUE_TRUE:
        append("true", 4);
        break;
    case BS_VALUE_NULL:
        append("undefined", 9);
        break;
    case BS_VALUE_TEXT:
        append(bytes, length);
        break;
    default:
        abort();
    }
}

void bs_output_end(int32_t stream)
{
    if (stream == BS_STREAM_ERROR) {
        append("!", 1);
        memmove(text + line_start + 1, text + line_start, used - line_start - 1);
        text[line_start] = '!';
    }
    append("\n", 1);
    line_start = used;
    in_line = false;
}

const char *output(void)
{
    text[used] = 0;
    used = 0;
    line_start = 0;
    return text;
}

void bs_output_assert(const char *message, uint32_t length)
{
    snprintf(assertion, sizeof assertion, "%.*s", (int)length, message);
}

uint64_t bs_svc_micros(void)
{
    return 0x123456789abcdefULL;
}

void bs_svc_delay(int32_t milliseconds)
{
    (void)milliseconds;
}

void bs_svc_stop(void)
{
    abort();
}
