/* Programs that stop at known places. A mark // @name names the line for the test. */
static bs_array_integer *array;
static struct { const bs_class *class_; unsigned int length; int32_t elements[4]; } storage = {0, 4, {3, 1, 4, 1}};
static volatile int32_t sink;

__attribute__((noinline)) int32_t elsewhere(int32_t x)
{
    sink += x;
    return sink;
}

__attribute__((noinline)) int32_t leaf(const bs_array_integer *a, int32_t i)
{
    if (__builtin_expect((uint32_t)i >= a->length, 0))
        BS_TRAP(BS_ERROR_INDEX, 1); // @leaf
    return a->elements[i];
}

__attribute__((noinline)) int32_t calls_leaf(int32_t i)
{
    int32_t x = elsewhere(i) * 3;
    return x + leaf(array, i); // @calls_leaf
}

__attribute__((noinline)) int32_t shrink_wrapped(const bs_array_integer *a, int32_t i)
{
    if (__builtin_expect((uint32_t)i >= a->length, 0))
        BS_TRAP(BS_ERROR_INDEX, 2); // @before
    int32_t x = a->elements[i];
    if (x < 0)
        return 0;
    x += elsewhere(x);
    if (__builtin_expect((uint32_t)x >= a->length, 0))
        BS_TRAP(BS_ERROR_INDEX, 3); // @after
    return elsewhere(a->elements[x]) + x;
}

static inline int32_t get(const bs_array_integer *a, int32_t i)
{
    if (__builtin_expect((uint32_t)i >= a->length, 0))
        BS_TRAP(BS_ERROR_INDEX, 4); // @get
    return a->elements[i];
}

static inline int32_t pair(const bs_array_integer *a, int32_t i)
{
    int32_t x = get(a, i);
    return x + get(a, i + 1); // @pair
}

__attribute__((noinline)) int32_t inlines(const bs_array_integer *a, int32_t n)
{
    int32_t sum = 0;
    for (int32_t i = 1; i < n; i += 2)
        sum += pair(a, i); // @inlines
    return elsewhere(sum);
}

__attribute__((noinline)) int32_t never_returns(int32_t x)
{
    elsewhere(x);
    elsewhere(x + 1);
    BS_TRAP(BS_ERROR_ASSERT, 5); // @never
}

__attribute__((noinline)) int32_t saves_floats(int32_t x)
{
    register float keep __asm__("s16") = (float)elsewhere(x);
    __asm__ volatile("" : "+t"(keep) : : "s20", "s24", "r9");
    int32_t y = never_returns(x); // @floats
    __asm__ volatile("" : "+t"(keep));
    return y + (int32_t)keep;
}

__attribute__((noinline)) int32_t variable_frame(int32_t n)
{
    volatile int32_t local[n];
    for (int32_t i = 0; i < n; i++)
        local[i] = elsewhere(i);
    return local[n - 1] + saves_floats(n); // @variable
}

static int32_t (*volatile pointer)(int32_t) = variable_frame;

__attribute__((noinline)) int32_t by_pointer(int32_t n)
{
    return pointer(n) + 1; // @pointer
}

__attribute__((noinline)) int32_t endless(int32_t n)
{
    return endless(n + 1) + elsewhere(n); // @endless
}

static int32_t odd(int32_t n);
static int32_t even(int32_t n) { return elsewhere(n) + odd(n + 1); }
static int32_t odd(int32_t n) { return elsewhere(n + 1) * even(n + 3); }

__attribute__((noinline)) int32_t dirty(int32_t n)
{
    volatile int32_t local[200]; // holds old return addresses
    local[n] = n;
    return local[n] + endless(n); // @dirty
}

__attribute__((noinline)) int32_t litter(int32_t n) { return n <= 0 ? elsewhere(n) : litter(n - 1) + elsewhere(n); }

__attribute__((noinline)) int32_t reads_null(struct bs_vector_integer *v)
{
    return elsewhere(3) + (int32_t)((int32_t *)0xf0000000)[v == 0]; // @reads
}

__attribute__((noinline)) int32_t cut(const bs_array_integer *a, int32_t n)
{
    if (!a)
        return 0;
    int32_t s = 0;
    for (int32_t i = 0; i < n; i++) {
        s += elsewhere(i) * a->elements[i & 3];
        s += elsewhere(s) * 3;
        s ^= elsewhere(s);
        if (s == 0x12345)
            s = elsewhere(5);
        if (n > 100)
            never_returns(s); // @cut
    }
    return s;
}

__attribute__((noinline)) int32_t work(int32_t n)
{
    float f = 1.0f;
    int32_t sum = 0;
    for (int32_t i = 0; i < n; i++) {
        sum += i % 7 == 0 ? litter(i & 15) : shrink_wrapped(array, i & 1 ? 1 : -5 & 3) & 1;
        sum += inlines(array, 2 + (i & 1)) + cut(array, i & 3);
        f = f * 0.5f + (float)sum;
        sink = 0;
    }
    return sum + (int32_t)f;
}

void run_scenario(int32_t number)
{
    array = (bs_array_integer *)&storage;
    switch (number) {
    case 1: sink = calls_leaf(7); break;                  // @run1
    case 2: sink = shrink_wrapped(array, 9); break;       // @run2
    case 3: sink = 100; sink = shrink_wrapped(array, 1); break; // @run3
    case 4: sink = inlines(array, 9); break;              // @run4
    case 5: sink = by_pointer(5); break;                  // @run5
    case 6: sink = endless(1); break;                     // @run6
    case 7: sink = even(1); break;                        // @run7
    case 8: litter(90); sink = dirty(5); break;           // @run8
    case 9: sink = reads_null(0); break;                  // @run9
    case 10: for (;;) sink = work(1000);
    case 11: sink = cut(array, 101) + cut(array, sink); break; // @run11
    }
}
