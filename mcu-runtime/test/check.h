/*
 * Checks for test programs. A failed check prints where and what, and the program goes on; its exit
 * status says whether all held.
 */
#ifndef BS_TEST_CHECK_H
#define BS_TEST_CHECK_H

#include <stdint.h>
#include <stdio.h>

#define MOST_REPORTS 20

extern uint32_t check_failures;
extern uint32_t check_count;

#define CHECK(condition, ...)                                                          \
    do {                                                                               \
        check_count++;                                                                 \
        if (!(condition) && ++check_failures <= MOST_REPORTS) {                        \
            printf("%s:%d: %s: ", __FILE__, __LINE__, #condition);                     \
            printf(__VA_ARGS__);                                                       \
            printf("\n");                                                              \
        }                                                                              \
    } while (0)

/* Prints the sum and returns the exit status. */
int check_result(const char *what);

/* A reproducible sequence of words (xorshift, Marsaglia 2003). */
static inline uint32_t next_word(uint32_t *state)
{
    uint32_t x = *state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

static inline float float_of(uint32_t bits)
{
    float value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}

static inline uint32_t bits_of(float value)
{
    uint32_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    return bits;
}

#endif
