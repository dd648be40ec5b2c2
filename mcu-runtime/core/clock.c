#include "clock.h"

#include "board.h"
#include "cortex.h"

#define COUNTER BS_REGISTER(BS_BOARD_COUNTER)
#define TICKS_PER_MICROSECOND (BS_BOARD_COUNTER_HZ / 1000000u)

/* Far below one lap of the counter; also what a stop that was put off waits for. */
#define PERIOD_MICROSECONDS 10000u

/* The instructions of handlers.S in every slice, and those of calling and returning (bx lr, svc). */
#define SLICE_INSTRUCTIONS 7u
#define CALL_INSTRUCTIONS 2u

/* Known to handlers.S, field by field. */
struct bs_count {
    uint32_t start;  /* the counter when the program went on */
    uint32_t slices; /* how often it was interrupted */
    uint64_t ticks;  /* of the finished slices */
};
struct bs_count bs_count;

static uint32_t last;   /* the counter when last looked at */
static uint32_t rest;   /* ticks that have not become a microsecond yet */
static uint64_t micros;

static void set_alarm(uint32_t microseconds)
{
    SYST_CSR = 0;
    SYST_RVR = microseconds * (BS_BOARD_SYSTICK_HZ / 1000000u) - 1;
    SYST_CVR = 0;
    SYST_CSR = SYST_ENABLE;
}

void bs_clock_start(void)
{
    set_alarm(PERIOD_MICROSECONDS);
    micros = 0;
    rest = 0;
    last = COUNTER;
    bs_count.slices = 0;
    bs_count.ticks = 0;
}

void bs_clock_stop(void)
{
    SYST_CSR = 0;
}

uint64_t bs_clock_micros(void)
{
    uint32_t mask = bs_interrupts_mask();
    uint32_t now = COUNTER;
    uint32_t passed = now - last;
    uint32_t ticks = rest + passed % TICKS_PER_MICROSECOND;
    micros += passed / TICKS_PER_MICROSECOND + ticks / TICKS_PER_MICROSECOND;
    rest = ticks % TICKS_PER_MICROSECOND;
    last = now;
    uint64_t result = micros;
    bs_interrupts_restore(mask);
    return result;
}

uint32_t bs_clock_instructions(void)
{
    uint64_t passed = bs_count.ticks * BS_BOARD_INSTRUCTIONS_PER_TICK;
    uint64_t ours = (uint64_t)bs_count.slices * SLICE_INSTRUCTIONS + CALL_INSTRUCTIONS;
    if (passed <= ours)
        return 0;
    passed -= ours;
    return passed > UINT32_MAX ? UINT32_MAX : (uint32_t)passed;
}

void bs_clock_sleep(uint64_t limit)
{
    set_alarm(limit < PERIOD_MICROSECONDS ? (uint32_t)limit + 1 : PERIOD_MICROSECONDS);
    bs_sleep();
    set_alarm(PERIOD_MICROSECONDS);
}
