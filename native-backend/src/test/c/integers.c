/* Arithmetic, the helpers of 64 bits included, which the compiler takes from libgcc. */
int32_t add(int32_t a, int32_t b) { return a + b; }
int32_t multiply_wrapping(int32_t a, int32_t b) { return a * b * 0x10001; }

int32_t divide(int32_t a, int32_t b)
{
    if (__builtin_expect(b == 0, 0))
        BS_TRAP(BS_ERROR_DIVISION, 1);
    return a / b;
}

int32_t remainder_of(int32_t a, int32_t b)
{
    if (__builtin_expect(b == 0, 0))
        BS_TRAP(BS_ERROR_DIVISION, 2);
    return b == -1 ? 0 : a % b;
}

int64_t divide_long(int64_t a, int64_t b) { return a / b; }
uint64_t remainder_long(uint64_t a, uint64_t b) { return a % b; }
int64_t shift_long(int64_t a, int n) { return a << n; }
int bits(uint32_t a) { return __builtin_popcount(a) + __builtin_ctz(a | 1); }
int32_t power(int32_t a, int32_t b) { return bs_integer_power(a, b); }
