/*
 * Word by word where both addresses allow it: unaligned words are fine for single loads and stores
 * (ARMv7-M ARM, A3.2.1). Compiled with -fno-tree-loop-distribute-patterns, or each would call itself.
 */
#include "memory.h"

#include <stdint.h>

/* May be unaligned and may be anything. */
typedef uint32_t __attribute__((may_alias, aligned(1))) any_word;

/* Copies upward, which is right for overlapping ranges too if `to` is below `from`. */
void *memcpy(void *to, const void *from, size_t size)
{
    uint8_t *out = to;
    const uint8_t *in = from;
    for (; size >= 16; size -= 16, out += 16, in += 16) {
        uint32_t a = ((const any_word *)in)[0], b = ((const any_word *)in)[1];
        uint32_t c = ((const any_word *)in)[2], d = ((const any_word *)in)[3];
        ((any_word *)out)[0] = a;
        ((any_word *)out)[1] = b;
        ((any_word *)out)[2] = c;
        ((any_word *)out)[3] = d;
    }
    for (; size >= 4; size -= 4, out += 4, in += 4)
        *(any_word *)out = *(const any_word *)in;
    while (size-- != 0)
        *out++ = *in++;
    return to;
}

void *memmove(void *to, const void *from, size_t size)
{
    if ((uintptr_t)to - (uintptr_t)from >= size)
        return memcpy(to, from, size);
    uint8_t *out = (uint8_t *)to + size;
    const uint8_t *in = (const uint8_t *)from + size;
    for (; size >= 4; size -= 4) {
        out -= 4;
        in -= 4;
        *(any_word *)out = *(const any_word *)in;
    }
    while (size-- != 0)
        *--out = *--in;
    return to;
}

void *memset(void *to, int byte, size_t size)
{
    uint8_t *out = to;
    uint32_t word = (uint8_t)byte * 0x01010101u;
    for (; size >= 16; size -= 16, out += 16) {
        ((any_word *)out)[0] = word;
        ((any_word *)out)[1] = word;
        ((any_word *)out)[2] = word;
        ((any_word *)out)[3] = word;
    }
    for (; size >= 4; size -= 4, out += 4)
        *(any_word *)out = word;
    while (size-- != 0)
        *out++ = (uint8_t)byte;
    return to;
}

int memcmp(const void *a, const void *b, size_t size)
{
    const uint8_t *left = a;
    const uint8_t *right = b;
    for (; size != 0; size--, left++, right++)
        if (*left != *right)
            return *left - *right;
    return 0;
}
