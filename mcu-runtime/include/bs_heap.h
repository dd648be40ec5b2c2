/*
 * The heap: a non-moving mark-sweep heap whose every byte is documented, because the host works on
 * it too (allocating and collecting in its mirror of the device's memory) and either side continues
 * where the other stopped.
 *
 * The heap is the range [base, end) of data memory. It is a sequence of cells without gaps. A cell
 * starts at a multiple of 8 and is either an object (its size follows from its class record and, for
 * strings and arrays, its length) or free:
 *
 *     word 0   size in bytes | BS_HEAP_FREE    (bit 1 set, bit 0 clear)
 *     word 1   address of the next free cell in the same list, or 0
 *
 * `starts` is a bitmap with one bit for each 8 bytes of the heap, set where a cell, free or not,
 * begins: it resolves interior pointers found on the native stack. Taking a cell of exactly the right
 * size from its list therefore changes neither bitmap nor neighbours: emitted code does it in line
 *
 *     cell = bs_heap.bins[size / 8]; if (cell == 0) slow path; bs_heap.bins[size / 8] = cell->next;
 *
 * A pointer one past the end of an object is the address of the next cell. So that it keeps the
 * object alive, a conservatively found pointer to the very start of a cell keeps the cell before it
 * alive as well; cells need no padding.
 */
#ifndef BS_HEAP_H
#define BS_HEAP_H

#include "bs_object.h"

#define BS_HEAP_MARK 1u
#define BS_HEAP_FREE 2u

#define BS_HEAP_LARGEST_BIN 64 /* bytes; greater free cells are in `large`, in address order */
#define BS_HEAP_BINS (BS_HEAP_LARGEST_BIN / 8 + 1)

typedef struct bs_free_cell {
    uint32_t size_and_free; /* size in bytes | BS_HEAP_FREE */
    struct bs_free_cell *next;
} bs_free_cell;

/* A run of variables outside the heap: `count` words from `start`. They are references, or, if
 * BS_ROOT_TAGGED is added to the address, words of type `any`. */
#define BS_ROOT_TAGGED 1u
typedef struct bs_root_range {
    void **start;
    uint32_t count;
} bs_root_range;

/* The allocator's whole state. Written by the host when a program is loaded (BS_OP_HEAP). */
typedef struct bs_heap_state {
    bs_free_cell *bins[BS_HEAP_BINS]; /* bins[n]: free cells of exactly 8 n bytes; bins[0] is unused */
    bs_free_cell *large;              /* free cells of more than BS_HEAP_LARGEST_BIN bytes */
    uint8_t *base;                    /* first cell; a multiple of 8 */
    uint8_t *end;                     /* end of the last cell; a multiple of 8 */
    uint32_t *starts;                 /* the bitmap, (end - base) / 64 bytes rounded up to words, outside [base, end) */
    const bs_root_range *roots;       /* global reference variables; ends with a range of count 0 */
    uint32_t free_bytes;              /* in `large` */
    uint32_t peak_bytes;              /* the most bytes ever outside of `large`: handed out or on bins */
    uint32_t collections;             /* how often the heap was collected */
} bs_heap_state;

extern bs_heap_state bs_heap;

#endif
