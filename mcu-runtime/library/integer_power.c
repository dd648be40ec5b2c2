#include "bs_runtime.h"

int32_t bs_integer_power(int32_t base, int32_t exponent)
{
    if (exponent < 0)
        BS_RAISE(BS_ERROR_EXPONENT, BS_SITE_NONE);
    uint32_t result = 1;
    for (uint32_t square = (uint32_t)base, rest = (uint32_t)exponent; rest != 0; rest >>= 1, square *= square)
        if (rest & 1)
            result *= square;
    return (int32_t)result;
}
