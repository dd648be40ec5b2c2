/* Calls of all distances: in the file, of another unit, of the runtime; weak ones; calls through a slot. */
extern int32_t elsewhere(int32_t);
extern int32_t maybe(int32_t) __attribute__((weak));
extern int32_t maybe_variable __attribute__((weak));
extern int32_t (*const slot_of_step)(int32_t);
int32_t even(int32_t n);

__attribute__((noinline)) int32_t odd(int32_t n) { return n == 0 ? 0 : even(n - 1); }
__attribute__((noinline)) int32_t even(int32_t n) { return n == 0 ? 1 : odd(n - 1); }

__attribute__((weak)) int32_t replaceable(int32_t n) { return n + 1; }

int32_t call(int32_t n)
{
    if (maybe)
        n += maybe(n);
    if (&maybe_variable)
        n += maybe_variable;
    return elsewhere(n) + even(n) + slot_of_step(n) + replaceable(n);
}

int32_t call_maybe(int32_t n) { return maybe(n) + 1; }
__attribute__((optimize("optimize-sibling-calls"))) int32_t tail(int32_t n) { return elsewhere(n + 1); }
