#include "bs_runtime.h"

/* xorshift (Marsaglia, 2003), shifts 13, 17, 5; starts anew with every program. Period 2^32 - 1. */
uint32_t bs_random_state = 2463534242u; /* not static: a host that shares the program's memory goes on from here */

/* The upper 24 bits: multiples of 2^-24. */
float bs_random(void)
{
    uint32_t x = bs_random_state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    bs_random_state = x;
    return (float)(x >> 8) * 0x1p-24f;
}
