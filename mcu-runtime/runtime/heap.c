#include "heap.h"

#include "bs_runtime.h"
#include "critical.h"

#define STACK_NEEDED 252 /* bytes: what an attempt uses below its entry, and an exception frame, 104 */

BS_USER_DATA bs_heap_state bs_heap;

#ifdef BS_STRESS
BS_USER_DATA bs_stress_orders bs_stress;
#endif

static uint32_t heap_bytes(void)
{
    return (uint32_t)(bs_heap.end - bs_heap.base);
}

static inline void set_start(const void *cell)
{
    uint32_t granule = (uint32_t)((const uint8_t *)cell - bs_heap.base) / 8;
    bs_heap.starts[granule / 32] |= 1u << granule % 32;
}

static void note_peak(void)
{
    uint32_t used = heap_bytes() - bs_heap.free_bytes;
    if (used > bs_heap.peak_bytes)
        bs_heap.peak_bytes = used;
}

static void put_in_bin(bs_free_cell *cell, uint32_t size)
{
    cell->size_and_free = size | BS_HEAP_FREE;
    cell->next = bs_heap.bins[size / 8];
    bs_heap.bins[size / 8] = cell;
}

void bs_heap_initialize(uint8_t *base, uint8_t *end, uint32_t *starts, const bs_root_range *roots)
{
    uint32_t size = (uint32_t)(end - base);
    bs_heap = (bs_heap_state){.base = base, .end = end, .starts = starts, .roots = roots};
    for (uint32_t i = 0; i < (size / 8 + 31) / 32; i++)
        starts[i] = 0;
    bs_free_cell *cell = (bs_free_cell *)base;
    set_start(cell);
    if (size <= BS_HEAP_LARGEST_BIN) {
        put_in_bin(cell, size);
        return;
    }
    cell->size_and_free = size | BS_HEAP_FREE;
    cell->next = 0;
    bs_heap.large = cell;
    bs_heap.free_bytes = size;
}

/* Takes the head of the greatest non-empty bin above `size`, or 0. */
static bs_free_cell *unlink_greater(uint32_t size)
{
    for (uint32_t bin = BS_HEAP_LARGEST_BIN / 8; bin > size / 8; bin--) {
        bs_free_cell *cell = bs_heap.bins[bin];
        if (cell != 0) {
            bs_heap.bins[bin] = cell->next;
            return cell;
        }
    }
    return 0;
}

/* Sets the start bits of cells of `size` bytes, at most BS_HEAP_LARGEST_BIN, from `cell` up to `end`. */
static FAST void set_starts(const bs_free_cell *cell, const bs_free_cell *end, uint32_t size)
{
    /* By the size in granules: the bits of a word whose first granule is a cell's first. */
    static const uint32_t patterns[BS_HEAP_BINS] = {
        0, 0xffffffff, 0x55555555, 0x49249249, 0x11111111, 0x42108421, 0x41041041, 0x10204081, 0x01010101,
    };
    uint32_t step = size / 8;
    uint32_t pattern = patterns[step];
    uint32_t from = (uint32_t)((const uint8_t *)cell - bs_heap.base) / 8;
    uint32_t to = (uint32_t)((const uint8_t *)end - bs_heap.base) / 8;
    uint32_t *word = &bs_heap.starts[from / 32];
    uint32_t *last = &bs_heap.starts[to / 32];
    uint32_t first = from % 32;
    while (word != last) {
        uint32_t bits = pattern << first;
        *word++ |= bits;
        first = step - 1 - (uint32_t)__builtin_clz(bits);
    }
    if (to % 32 != 0)
        *last |= pattern << first & ((1u << to % 32) - 1);
}

/* Cuts cells of `size` bytes from `cell` up to `end`: sets their headers and start bits, links each to the next and
 * the last to `after`. */
static FAST void cut(bs_free_cell *cell, bs_free_cell *end, uint32_t size, bs_free_cell *after)
{
    set_starts(cell, end, size);
    uint32_t header = size | BS_HEAP_FREE;
    bs_free_cell *next;
    for (bs_free_cell *at = cell; at != end; at = next) {
        next = (bs_free_cell *)((uint8_t *)at + size);
        at->size_and_free = header;
        at->next = next;
    }
    ((bs_free_cell *)((uint8_t *)end - size))->next = after;
}

/* A small cell when its bin is empty; 0 if no free cell is great enough. */
static bs_free_cell *refill(uint32_t size)
{
    bs_free_cell *source = bs_heap.large;
    bool large = source != 0;
    if (!large) {
        source = unlink_greater(size);
        if (source == 0)
            return 0;
    }
    uint32_t source_size = source->size_and_free & ~BS_HEAP_FREE;
    uint32_t count = BS_HEAP_BATCH_BYTES / size;
    if (count > BS_HEAP_BATCH_CELLS)
        count = BS_HEAP_BATCH_CELLS;
    if (count * size > source_size)
        count = source_size / size;

    uint32_t rest_size = source_size - count * size;
    bs_free_cell *rest = (bs_free_cell *)((uint8_t *)source + count * size);
    bs_free_cell *after = source->next;
    if (rest_size > BS_HEAP_LARGEST_BIN) {
        rest->size_and_free = rest_size | BS_HEAP_FREE;
        rest->next = after;
        after = rest;
    } else if (rest_size != 0) {
        put_in_bin(rest, rest_size);
    }
    if (rest_size != 0)
        set_start(rest);
    if (large) {
        bs_heap.large = after;
        bs_heap.free_bytes -= rest_size > BS_HEAP_LARGEST_BIN ? source_size - rest_size : source_size;
        note_peak();
    }
    /* The bin holds nothing but the rest, perhaps. */
    cut(source, (bs_free_cell *)((uint8_t *)source + count * size), size, bs_heap.bins[size / 8]);
    bs_heap.bins[size / 8] = source->next;
    return source;
}

static bs_free_cell *take_small(uint32_t size)
{
    bs_free_cell *cell = bs_heap.bins[size / 8];
    if (cell == 0)
        return refill(size);
    bs_heap.bins[size / 8] = cell->next;
    return cell;
}

/* A cell for more than the largest bin; 0 if no free cell is great enough. */
static bs_free_cell *take_large(uint32_t size)
{
    bs_free_cell **link = &bs_heap.large;
    bs_free_cell *source;
    uint32_t source_size;
    for (;; link = &source->next) {
        source = *link;
        if (source == 0)
            return 0;
        source_size = source->size_and_free & ~BS_HEAP_FREE;
        if (source_size >= size)
            break;
    }
    uint32_t rest_size = source_size - size;
    bs_free_cell *cell = (bs_free_cell *)((uint8_t *)source + rest_size);
    if (rest_size > BS_HEAP_LARGEST_BIN) {
        source->size_and_free = rest_size | BS_HEAP_FREE;
        bs_heap.free_bytes -= size;
    } else {
        *link = source->next;
        bs_heap.free_bytes -= source_size;
        if (rest_size != 0)
            put_in_bin(source, rest_size);
    }
    note_peak();
    cell->size_and_free = size | BS_HEAP_FREE;
    set_start(cell);
    return cell;
}

static void *attempt(uint32_t size)
{
    bs_critical_enter();
    bs_free_cell *cell = size <= BS_HEAP_LARGEST_BIN ? take_small(size) : take_large(size);
    bs_critical_leave();
    return cell;
}

static __attribute__((noinline)) void *allocate_slowly(uint32_t size)
{
    /* Overflows the stack now, if at all, while the heap is as its format says. */
    uint32_t word;
    __asm__ volatile("ldr %0, [sp, %1]" : "=r"(word) : "i"(-STACK_NEEDED));
#ifdef BS_STRESS
    if (bs_stress.fail_in != 0 && --bs_stress.fail_in == 0)
        return 0;
    if (!bs_stress.calm)
        bs_collect();
#endif
    void *cell = attempt(size);
    if (cell != 0)
        return cell;
    bs_collect();
    if ((uint32_t)bs_memory_free() < heap_bytes() / BS_HEAP_STARVED)
        return 0;
    return attempt(size);
}

void *bs_heap_allocate(uint32_t size)
{
#ifndef BS_STRESS
    /* As emitted code does it. To be stopped between the two accesses harms nobody. */
    if (size <= BS_HEAP_LARGEST_BIN) {
        bs_free_cell *cell = bs_heap.bins[size / 8];
        if (cell != 0) {
            bs_heap.bins[size / 8] = cell->next;
            return cell;
        }
    }
#endif
    return allocate_slowly(size);
}

void *bs_heap_take(uint32_t size)
{
    void *cell = bs_heap_allocate(size);
    if (cell == 0)
        BS_RAISE(BS_ERROR_MEMORY, BS_SITE_NONE);
    return cell;
}

void *bs_new_cell(uint32_t size)
{
    return bs_heap_take(size);
}

void *bs_new_object(const bs_class *cls)
{
    uint32_t size = cls->size;
    uint32_t *words = bs_heap_take(size);
    for (uint32_t i = 1; i < size / 4; i++)
        words[i] = 0;
    BS_HEAP_ORDER();
    ((bs_object *)words)->class_ = cls;
    return words;
}

int32_t bs_memory_free(void)
{
    uint32_t bytes = bs_heap.free_bytes;
    for (uint32_t bin = 1; bin < BS_HEAP_BINS; bin++)
        for (const bs_free_cell *cell = bs_heap.bins[bin]; cell != 0; cell = cell->next)
            bytes += bin * 8;
    return (int32_t)bytes;
}

int32_t bs_memory_used(void)
{
    return (int32_t)heap_bytes() - bs_memory_free();
}
