#include "heap_check.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "heap.h"

static uint8_t memory[160 * 1024] __attribute__((aligned(8)));
static uint32_t starts[sizeof memory / 256];
static const bs_root_range no_roots[] = {{0, 0}};

void fresh_heap(uint32_t size, const void *roots)
{
    memset(memory, 0xa5, sizeof memory);
    bs_heap_initialize(memory, memory + size, starts, roots == 0 ? no_roots : roots);
}

static uint32_t bit_of(const void *cell)
{
    uint32_t granule = (uint32_t)((const uint8_t *)cell - bs_heap.base) / 8;
    return bs_heap.starts[granule / 32] >> granule % 32 & 1;
}

/* From what the object says of itself; the collector goes by the start bits where its class does not say it. */
static uint32_t object_size(const bs_object *object)
{
    const bs_class *cls = object->class_;
    if (cls->size != 0)
        return cls->size;
    uint32_t length = ((const bs_array *)object)->length;
    if (cls->kind == BS_KIND_ARRAY)
        return bs_array_size(cls->element, length);
    if (cls->kind == BS_KIND_STRING)
        return bs_string_size(length);
    return sizeof(bs_vector);
}

static heap_census walk(const char *where)
{
    heap_census census = {0};
    uint8_t *at = bs_heap.base;
    while (at < bs_heap.end) {
        uint32_t header = *(uint32_t *)at;
        CHECK((header & 1) == 0, "%s: marked cell at %p", where, (void *)at);
        bool is_free = (header & BS_HEAP_FREE) != 0;
        uint32_t size = is_free ? header & ~BS_HEAP_FREE : object_size((const bs_object *)at);
        if (size < 8 || size % 8 != 0 || size > (uint32_t)(bs_heap.end - at)) {
            CHECK(false, "%s: cell of %lu bytes at %p", where, (unsigned long)size, (void *)at);
            exit(2);
        }
        CHECK(bit_of(at), "%s: no start bit at %p", where, (void *)at);
        for (uint32_t inside = 8; inside < size; inside += 8)
            CHECK(!bit_of(at + inside), "%s: start bit inside a cell at %p", where, (void *)(at + inside));
        if (is_free) {
            census.free_cells++;
            census.free_bytes += size;
        } else {
            census.live_cells++;
            census.live_bytes += size;
        }
        at += size;
    }
    CHECK(at == bs_heap.end, "%s: the last cell ends at %p", where, (void *)at);
    return census;
}

static void check_listed(const char *where, const bs_free_cell *cell)
{
    const uint8_t *at = (const uint8_t *)cell;
    bool inside = at >= bs_heap.base && at < bs_heap.end && (uint32_t)at % 8 == 0;
    CHECK(inside && bit_of(cell), "%s: listed cell at %p", where, (const void *)cell);
    if (!inside)
        exit(2);
    CHECK((cell->size_and_free & 7) == BS_HEAP_FREE, "%s: listed cell at %p is not free", where, (const void *)cell);
}

heap_census check_heap(const char *where)
{
    heap_census census = walk(where);
    uint32_t listed_bytes = 0;
    uint32_t listed_cells = 0;
    for (uint32_t bin = 1; bin < BS_HEAP_BINS; bin++)
        for (const bs_free_cell *cell = bs_heap.bins[bin]; cell != 0; cell = cell->next) {
            check_listed(where, cell);
            CHECK((cell->size_and_free & ~BS_HEAP_FREE) == bin * 8, "%s: wrong bin for %p", where, (const void *)cell);
            listed_bytes += bin * 8;
            listed_cells++;
        }
    uint32_t large_bytes = 0;
    for (const bs_free_cell *cell = bs_heap.large; cell != 0; cell = cell->next) {
        check_listed(where, cell);
        uint32_t size = cell->size_and_free & ~BS_HEAP_FREE;
        CHECK(size > BS_HEAP_LARGEST_BIN, "%s: %p is not large", where, (const void *)cell);
        CHECK(cell->next == 0 || cell->next > cell, "%s: large cells out of order at %p", where, (const void *)cell);
        large_bytes += size;
        listed_cells++;
    }
    CHECK(large_bytes == bs_heap.free_bytes, "%s: free_bytes is %lu", where, (unsigned long)bs_heap.free_bytes);
    CHECK(listed_bytes + large_bytes == census.free_bytes && listed_cells == census.free_cells,
          "%s: %lu free cells of %lu bytes, %lu of %lu listed", where, (unsigned long)census.free_cells,
          (unsigned long)census.free_bytes, (unsigned long)listed_cells, (unsigned long)(listed_bytes + large_bytes));
    CHECK(bs_heap.bins[0] == 0, "%s: bin 0 is used", where);
    return census;
}
