/* Calls of uniform entries from arrays of arguments. */
#include "bs_uniform.h"
#include "check.h"
#include "device.h"

static uint32_t counted;
static void *receiver;

static bs_word none(void *self, uint32_t count)
{
    receiver = self;
    counted = count;
    return BS_WORD_NULL;
}

static bs_word one(void *self, uint32_t count, bs_word a)
{
    (void)self;
    counted = count;
    return a;
}

static bs_word two(void *self, uint32_t count, bs_word a, bs_word b)
{
    (void)self;
    counted = count;
    return 10 * a + b;
}

static bs_word three(void *self, uint32_t count, bs_word a, bs_word b, bs_word c)
{
    (void)self;
    counted = count;
    return 100 * a + 10 * b + c;
}

static bs_word seven(void *self, uint32_t count, bs_word a, bs_word b, bs_word c, bs_word d, bs_word e, bs_word f, bs_word g)
{
    receiver = self;
    counted = count;
    double aligned; /* spilled to the stack, which must be a multiple of 8 */
    CHECK(((uint32_t)&aligned & 7) == 0, "%p", (void *)&aligned);
    return ((((((a * 10 + b) * 10 + c) * 10 + d) * 10 + e) * 10 + f) * 10) + g;
}

static const bs_word arguments[] = {1, 2, 3, 4, 5, 6, 7};

static bs_word call(bs_uniform_entry entry, uint32_t count)
{
    counted = ~0u;
    bs_word result = bs_call_uniform(entry, (void *)&counted, count, arguments);
    CHECK(counted == count, "%lu for %lu", (unsigned long)counted, (unsigned long)count);
    return result;
}

int main(void)
{
    CHECK(call((bs_uniform_entry)none, 0) == BS_WORD_NULL && receiver == &counted, "nothing");
    CHECK(call((bs_uniform_entry)one, 1) == 1, "one");
    CHECK(call((bs_uniform_entry)two, 2) == 12, "two");
    CHECK(call((bs_uniform_entry)three, 3) == 123, "three");
    CHECK(call((bs_uniform_entry)seven, 7) == 1234567 && receiver == &counted, "seven");
    CHECK(call((bs_uniform_entry)none, 7) == BS_WORD_NULL, "more than are taken");
    return check_result("uniform");
}
