/* Checks the whole heap against its documented format (bs_heap.h). */
#ifndef BS_TEST_HEAP_CHECK_H
#define BS_TEST_HEAP_CHECK_H

#include <stdint.h>

/* The bytes and cells of a heap's walk. */
typedef struct heap_census {
    uint32_t live_cells, live_bytes;
    uint32_t free_cells, free_bytes;
} heap_census;

/* Every inconsistency is a failed check. `where` names the caller's step. */
heap_census check_heap(const char *where);

/* A heap of `size` bytes in memory of its own, with the given root ranges. */
void fresh_heap(uint32_t size, const void *roots);

#endif
