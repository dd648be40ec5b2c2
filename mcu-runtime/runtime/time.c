#include "bs_runtime.h"
#include "svc.h"

/* The low 32 bits of micros / 1000, by 16 bits at a time: a 64-bit division would take the library's. */
static uint32_t milliseconds(uint64_t micros)
{
    uint64_t eights = micros >> 3;
    uint32_t quotient = 0;
    uint32_t rest = 0;
    for (int32_t shift = 48; shift >= 0; shift -= 16) {
        rest = rest << 16 | (uint16_t)(eights >> shift);
        quotient = quotient << 16 | rest / 125;
        rest %= 125;
    }
    return quotient;
}

int32_t bs_time_now(void)
{
    return (int32_t)milliseconds(bs_svc_micros());
}

int32_t bs_time_micros(void)
{
    return (int32_t)bs_svc_micros();
}

void bs_time_delay(int32_t ms)
{
    bs_svc_delay(ms);
}
