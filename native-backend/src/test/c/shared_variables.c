/* The other unit that calls.c expects, with a strong version of its weak function. */
extern int32_t counter_of_calls;
int32_t counter_of_calls = 1;
int32_t elsewhere(int32_t n) { return n * counter_of_calls++; }
int32_t replaceable(int32_t n) { return n - 1; }
static int32_t step(int32_t n) { return n + 5; }
int32_t (*const slot_of_step)(int32_t) = step;
