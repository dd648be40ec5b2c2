/*
 * The allocator and the collector, inside the runtime. The data are documented in bs_heap.h; this is
 * the algorithm. It is deterministic down to the byte, so that a twin on the host that performs the
 * same operations ends with the same memory.
 *
 * Start. The bitmap is cleared; the whole heap is one free cell.
 *
 * Small cells (at most BS_HEAP_LARGEST_BIN bytes) come off the head of their bin. When the bin is
 * empty it is refilled from one source cell: the first of `large`, else the head of the greatest
 * non-empty bin above the wanted one. From the source's low end as many cells are cut as fit, at most
 * BS_HEAP_BATCH_CELLS and at most BS_HEAP_BATCH_BYTES; the first is the result, the others go
 * into the bin, in address order. What remains at the source's high end keeps the source's place in `large` if
 * it is greater than the largest bin, else it is put at the head of its own bin before the cells are (if
 * that is the same bin, behind them).
 *
 * Large cells come from the first cell of `large` that is great enough, from its high end: the cell
 * keeps its place and shrinks, unless what remains fits a bin: then it leaves the list and the rest is
 * put at the head of its bin. So small cells grow from the bottom of a fresh heap and large ones from
 * its top.
 *
 * When neither can be had the heap is collected and the attempt repeated once. A collection that
 * leaves less than 1 / BS_HEAP_STARVED of the heap free counts as a failure, or a program that lives
 * at the edge of its memory would do nothing but collect.
 *
 * Collection marks what is reachable (bit 0 of the header), then sweeps the cells from the lowest
 * address to the highest. Adjacent free and unreachable cells become one free cell. If it fits a bin
 * it is put at its head (so bins are in descending address order after a sweep), else it is appended
 * to `large`. The bytes of a dead object behind the two words of a free cell stay as they were.
 *
 * A cell that was handed out keeps the header of a free cell until its owner writes the object's, so the heap
 * can be walked at any time, also after a program was ended between the two. Whoever fills in an array or a
 * string writes the length first and the header after it.
 */
#ifndef BS_RUNTIME_HEAP_H
#define BS_RUNTIME_HEAP_H

#include "bs_heap.h"

#define BS_HEAP_BATCH_CELLS 32
#define BS_HEAP_BATCH_BYTES 1024
#define BS_HEAP_STARVED 64

/* For the loops over cells and references, in which a program that allocates much spends its time; the rest of the runtime is
 * compiled for size. */
#define FAST __attribute__((optimize("O2")))

/* Keeps the compiler from moving stores across: for "the length first, the header after it". */
#define BS_HEAP_ORDER() __asm__ volatile("" : : : "memory")

/* Makes [base, end) one free cell. `base` and `end` are multiples of 8, `end - base` at least 16;
 * `starts` and `roots` as in bs_heap_state. Whatever the heap held is gone. */
void bs_heap_initialize(uint8_t *base, uint8_t *end, uint32_t *starts, const bs_root_range *roots);

/* A cell of `size` bytes, a positive multiple of 8, with undefined content and the header of a free cell;
 * 0 if there is no room, even after a collection. */
void *bs_heap_allocate(uint32_t size);

/* The same, but raises MEMORY instead of returning 0. */
void *bs_heap_take(uint32_t size);

#ifdef BS_STRESS
/* What the host orders of a stress build; all 0 at first. Its Java twin is the stress of `shadow.heap`. */
typedef struct bs_stress_orders {
    uint32_t calm;    /* if not 0, allocations collect only when they must */
    uint32_t fail_in; /* the so-many-th allocation from now finds no room; 0 for none */
} bs_stress_orders;

extern bs_stress_orders bs_stress;
#endif

/* One past the program's stack, which the collector scans up to here. Defined by the linker script. */
extern uint32_t bs_program_stack_top[];

static inline uint32_t bs_array_element_size(uint32_t element)
{
    return 1u << (BS_ELEMENT_SHIFTS >> 2 * element & 3);
}

/* In bytes, a multiple of 8. */
static inline uint32_t bs_array_size(uint32_t element, uint32_t length)
{
    return (sizeof(bs_array) + length * bs_array_element_size(element) + 7) & ~7u;
}

/* In bytes, a multiple of 8. */
static inline uint32_t bs_string_size(uint32_t length)
{
    return (sizeof(bs_string) + length + 1 + 7) & ~7u;
}

#endif
