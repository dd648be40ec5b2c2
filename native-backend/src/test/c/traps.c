/* Run-time errors at all kinds of places: leaf functions, after shrink-wrapping, inlined, in loops. */
extern int32_t elsewhere(int32_t);

int32_t leaf(const bs_array_integer *a, int32_t i)
{
    if (__builtin_expect((uint32_t)i >= a->length, 0))
        BS_TRAP(BS_ERROR_INDEX, 1);
    return a->elements[i];
}

int32_t shrink_wrapped(const bs_array_integer *a, int32_t i)
{
    if (__builtin_expect((uint32_t)i >= a->length, 0))
        BS_TRAP(BS_ERROR_INDEX, 2);
    int32_t x = a->elements[i];
    if (x < 0)
        return 0;
    x += elsewhere(x);
    if (__builtin_expect((uint32_t)x >= a->length, 0))
        BS_TRAP(BS_ERROR_INDEX, 3);
    return elsewhere(a->elements[x]) + x;
}

static inline int32_t get(const bs_array_integer *a, int32_t i)
{
    if (__builtin_expect((uint32_t)i >= a->length, 0))
        BS_TRAP(BS_ERROR_INDEX, 4);
    return a->elements[i];
}

static inline int32_t pair(const bs_array_integer *a, int32_t i)
{
    return get(a, i)
           + get(a, i + 1);
}

int32_t inlined(const bs_array_integer *a, int32_t n)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < n; i += 2)
        sum += pair(a, i);
    return elsewhere(sum);
}

__attribute__((noinline)) int32_t always(int32_t x)
{
    elsewhere(x);
    BS_TRAP(BS_ERROR_ASSERT, 5);
}

int32_t fibonacci(int32_t n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

int32_t many_registers(int32_t a, int32_t b, int32_t c, int32_t d, int32_t e, int32_t f)
{
    int32_t x = elsewhere(a), y = elsewhere(b), z = elsewhere(c), u = elsewhere(d), v = elsewhere(e), w = elsewhere(f);
    float p = (float)x, q = (float)y;
    if (x + y + z + u + v + w == 0)
        BS_TRAP(BS_ERROR_ASSERT, 6);
    return x * y + z * u + v * w + elsewhere((int32_t)(p * q)) + (int32_t)(q / p) + a + b;
}
