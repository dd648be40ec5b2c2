/*
 * The collector: marks from the roots, then sweeps (heap.h says in which order).
 *
 * Roots are the program's reference variables, exactly, and its registers and stack, conservatively:
 * any word that points into a cell, or one past its end, keeps the cell alive.
 *
 * Objects that are marked but not yet scanned wait on a small stack. When it is full they wait in the
 * heap instead, with both low bits of the header set (PENDING), between the addresses `lowest` and
 * `highest`; that range is walked whenever the stack runs empty. So the depth of a structure costs no
 * memory, and in the orders that programs build lists in, next to no time.
 */
#include "bs_inline.h"
#include "bs_runtime.h"
#include "bs_word.h"
#include "critical.h"
#include "heap.h"
#include "unwind.h"

#define STACK_ENTRIES 64
#define PENDING (BS_HEAP_MARK | BS_HEAP_FREE)
#define LOW_BITS (BS_HEAP_MARK | BS_HEAP_FREE)
#define CHUNK 16              /* elements of an array that are visited at a time */
#define REST 1u
#define STACK_NEEDED 288      /* bytes: what a collection uses below its entry, 168, and an exception frame, 104 */

/* The address of an object to be scanned, or of an array of which the rest is to be visited. */
typedef uint32_t entry;

/* Of the heap. Kept in registers by loops. */
typedef struct bounds {
    uint32_t base;
    uint32_t extent; /* bytes */
} bounds;

typedef struct collector {
    bounds heap;
    uint32_t lowest; /* pending objects are in [lowest, highest]; lowest > highest if there are none */
    uint32_t highest;
    entry stack[STACK_ENTRIES]; /* what is marked and not yet scanned */
} collector;

static BS_USER_DATA collector the_collector;

static inline const bs_class *class_of(uint32_t header)
{
    return (const bs_class *)(header & ~LOW_BITS);
}

/* True if no instance of the class holds a reference. */
static inline bool is_leaf(const bs_class *cls)
{
    if (cls->kind == BS_KIND_OBJECT)
        return (cls->references | cls->tagged) == 0;
    if (cls->kind == BS_KIND_ARRAY)
        return cls->element < BS_ELEMENT_REFERENCE;
    return cls->kind == BS_KIND_STRING;
}

static __attribute__((noinline)) void postpone(collector *c, uint32_t *cell)
{
    *cell |= PENDING;
    if ((uint32_t)cell < c->lowest)
        c->lowest = (uint32_t)cell;
    if ((uint32_t)cell > c->highest)
        c->highest = (uint32_t)cell;
}

/*
 * Marks what `word` refers to, if that is a cell, and puts it on the stack if it has to be scanned; returns
 * the stack's new top. A word refers to the start of a cell if it is an address in the heap plus `tag`,
 * which is 0 for references and BS_WORD_TAG_POINTER for words of type `any`.
 */
static inline __attribute__((always_inline)) entry *visit(uint32_t word, bounds heap, uint32_t tag, entry *top)
{
    collector *c = &the_collector;
    uint32_t offset = word - tag - heap.base;
    if (offset >= heap.extent || (tag != 0 && (offset & BS_WORD_TAG_MASK) != 0))
        return top;
    uint32_t *cell = (uint32_t *)(word - tag);
    uint32_t header = *cell;
    if ((header & LOW_BITS) != 0)
        return top;
    *cell = header | BS_HEAP_MARK;
    if (is_leaf((const bs_class *)header))
        return top;
    if (top == c->stack + STACK_ENTRIES) {
        postpone(c, cell);
        return top;
    }
    *top = (entry)cell;
    return top + 1;
}

/* Visits the words from `word` on whose bit is set in `mask`. */
static inline __attribute__((always_inline)) entry *visit_masked(const uint32_t *word, uint32_t mask, bounds heap,
                                                                  uint32_t tag, entry *top)
{
    for (; mask != 0; mask >>= 1, word++)
        if (mask & 1)
            top = visit(*word, heap, tag, top);
    return top;
}

/* The same, where speed is no matter. */
static __attribute__((noinline)) entry *visit_seldom(const uint32_t *word, uint32_t mask, uint32_t tag, entry *top)
{
    return visit_masked(word, mask, the_collector.heap, tag, top);
}

static entry *visit_large(const uint32_t *object, const bs_class *cls, entry *top)
{
    const uint32_t *references = (const uint32_t *)cls->references;
    const uint32_t *tagged = (const uint32_t *)cls->tagged;
    uint32_t words = cls->size / 4 - 1;
    for (uint32_t i = 0; i * 32 < words; i++) {
        top = visit_seldom(object + 1 + i * 32, references[i], 0, top);
        top = visit_seldom(object + 1 + i * 32, tagged[i], BS_WORD_TAG_POINTER, top);
    }
    return top;
}

/*
 * Visits elements of an array that holds references or words of type `any`, from `element` on. Of a long
 * array only some: the rest is left on the stack, below what was found, as the next element's address and
 * the array's, marked by REST. So the stack need not hold a long array's elements all at once.
 */
static FAST entry *visit_elements(const bs_array *array, const uint32_t *element, entry *top)
{
    const bs_class *cls = class_of(*(const uint32_t *)array);
    uint32_t tag = cls->element == BS_ELEMENT_TAGGED ? BS_WORD_TAG_POINTER : 0;
    const uint32_t *end = (const uint32_t *)array->elements + array->length;
    if (end - element > CHUNK && top + 2 < the_collector.stack + STACK_ENTRIES) {
        end = element + CHUNK;
        *top++ = (entry)end;
        *top++ = (entry)array | REST;
    }
    bounds heap = the_collector.heap;
    for (; element != end; element++)
        top = visit(*element, heap, tag, top);
    return top;
}

/* Scans an object of a kind that visits in line do not serve. */
static __attribute__((noinline)) entry *scan_other(const uint32_t *object, const bs_class *cls, entry *top)
{
    switch (cls->kind) {
    case BS_KIND_ARRAY:
        return cls->element >= BS_ELEMENT_REFERENCE ? visit_elements((const bs_array *)object, object + 2, top) : top;
    case BS_KIND_VECTOR: {
        uint32_t array = (uint32_t)((const bs_vector *)object)->elements - sizeof(bs_array);
        return visit_seldom(&array, 1, 0, top);
    }
    case BS_KIND_LARGE:
    case BS_KIND_LARGE_CLOSURE:
        return visit_large(object, cls, top);
    default:
        return top;
    }
}

/* Scans `object`, which is marked, and everything that becomes reachable by it and is not postponed. */
static FAST void scan(const uint32_t *object)
{
    bounds heap = the_collector.heap;
    entry *const bottom = the_collector.stack;
    entry *top = bottom;
    entry next = (entry)object;
    for (;;) {
        if (BS_UNLIKELY(next & REST)) {
            top--;
            top = visit_elements((const bs_array *)(next - REST), (const uint32_t *)*top, top);
        } else {
            object = (const uint32_t *)next;
            const bs_class *cls = class_of(*object);
            if (cls->kind == BS_KIND_OBJECT || cls->kind == BS_KIND_CLOSURE) {
                top = visit_masked(object + 1, cls->references, heap, 0, top);
                if (BS_UNLIKELY(cls->tagged != 0))
                    top = visit_seldom(object + 1, cls->tagged, BS_WORD_TAG_POINTER, top);
            } else {
                top = scan_other(object, cls, top);
            }
        }
        if (top == bottom)
            return;
        next = *--top;
    }
}

/* Marks everything that can be reached from the word. */
static void trace(const uint32_t *word, uint32_t tag)
{
    entry *bottom = the_collector.stack;
    if (visit_seldom(word, 1, tag, bottom) != bottom)
        scan((const uint32_t *)*bottom);
}

/* The granule of the first start bit from `granule` on, or of the heap's end. */
static __attribute__((noinline)) uint32_t next_start(uint32_t granule)
{
    uint32_t end = the_collector.heap.extent / 8;
    for (; granule < end; granule = (granule | 31) + 1) {
        uint32_t bits = bs_heap.starts[granule / 32] >> granule % 32;
        if (bits != 0)
            return granule + (uint32_t)__builtin_ctz(bits);
    }
    return end;
}

/* The bytes from `cell` to the next one. */
static inline uint32_t bytes_to_next_cell(const uint32_t *cell)
{
    uint32_t granule = ((uint32_t)cell - (uint32_t)bs_heap.base) / 8;
    /* In most cases the next bit is in the same word. */
    uint32_t bits = bs_heap.starts[granule / 32] >> granule % 32 >> 1;
    if (BS_LIKELY(bits != 0))
        return ((uint32_t)__builtin_ctz(bits) + 1) * 8;
    return (next_start((granule | 31) + 1) - granule) * 8;
}

/*
 * Size of a cell. If the program was stopped when it had written the header of an array or a string, but not the
 * length, nothing can reach the object, but the heap can still be walked: the length is not asked.
 */
static __attribute__((noinline)) uint32_t cell_size(const uint32_t *cell)
{
    uint32_t header = *cell;
    if ((header & LOW_BITS) == BS_HEAP_FREE)
        return header & ~BS_HEAP_FREE;
    uint32_t size = class_of(header)->size;
    return size != 0 ? size : bytes_to_next_cell(cell);
}

static void trace_pending(collector *c)
{
    uint32_t at = c->lowest;
    uint32_t last = c->highest;
    while (at <= last) {
        uint32_t *cell = (uint32_t *)at;
        at += cell_size(cell);
        if ((*cell & LOW_BITS) != PENDING)
            continue;
        *cell &= ~BS_HEAP_FREE;
        c->lowest = UINT32_MAX;
        c->highest = 0;
        scan(cell);
        if (c->lowest < at)
            at = c->lowest;
        if (c->highest > last)
            last = c->highest;
    }
    c->lowest = UINT32_MAX;
    c->highest = 0;
}

/* The start of the cell in which granule `granule` lies. */
static uint32_t cell_around(const collector *c, uint32_t granule)
{
    const uint32_t *word = &bs_heap.starts[granule / 32];
    uint32_t bits = *word << (31 - granule % 32);
    if (bits != 0)
        return c->heap.base + (granule - (uint32_t)__builtin_clz(bits)) * 8;
    do
        bits = *--word;
    while (bits == 0);
    return c->heap.base + ((uint32_t)(word - bs_heap.starts) * 32 + 31 - (uint32_t)__builtin_clz(bits)) * 8;
}

/* `word` may be an address in a cell, or one past its end, or anything else. */
static void trace_conservatively(collector *c, uint32_t word)
{
    uint32_t offset = word - c->heap.base;
    if (offset > c->heap.extent)
        return;
    uint32_t cell = 0;
    if (offset != c->heap.extent) {
        cell = cell_around(c, offset / 8);
        trace(&cell, 0);
    }
    if ((offset == c->heap.extent || cell == word) && offset != 0) {
        cell = cell_around(c, offset / 8 - 1);
        trace(&cell, 0);
    }
}

static void trace_roots(collector *c, const uint32_t *stack, const uint32_t *stack_end)
{
    for (const bs_root_range *range = bs_heap.roots; range->count != 0; range++) {
        uint32_t tagged = (uint32_t)range->start & BS_ROOT_TAGGED;
        for (uint32_t i = 0; i < range->count; i++)
            trace((const uint32_t *)((uint32_t)range->start - tagged) + i, tagged * BS_WORD_TAG_POINTER);
    }
    for (; stack < stack_end; stack++)
        trace_conservatively(c, *stack);
    trace_pending(c);
}

/* Clears the start bits of the granules [from, to). */
static void clear_starts(uint32_t from, uint32_t to)
{
    uint32_t *word = &bs_heap.starts[from / 32];
    uint32_t *last = &bs_heap.starts[to / 32];
    uint32_t keep = (1u << from % 32) - 1;
    uint32_t keep_last = ~0u << to % 32;
    if (word == last) {
        *word &= keep | keep_last;
        return;
    }
    *word &= keep;
    while (++word != last)
        *word = 0;
    if (to % 32 != 0)
        *last &= keep_last;
}

/* Where the cells that are free or not marked end, of which the first is at `at`. */
static inline __attribute__((always_inline)) uint8_t *end_of_run(uint8_t *at, const uint8_t *end)
{
    for (; at != end; at += cell_size((const uint32_t *)at)) {
        uint32_t header, size;
        /* Nearly all are dead objects whose class tells the size. */
        while (((header = *(const uint32_t *)at) & LOW_BITS) == 0 && (size = ((const bs_class *)header)->size) != 0) {
            at += size;
            if (at == end)
                return at;
        }
        if (header & BS_HEAP_MARK)
            break;
    }
    return at;
}

static FAST void sweep(void)
{
    for (uint32_t bin = 0; bin < BS_HEAP_BINS; bin++)
        bs_heap.bins[bin] = 0;
    uint32_t large_bytes = 0;
    bs_free_cell **large_end = &bs_heap.large;
    uint8_t *const base = bs_heap.base;
    uint8_t *const end = bs_heap.end;
    uint8_t *at = base;
    while (at != end) {
        uint32_t *cell = (uint32_t *)at;
        uint32_t header = *cell;
        if (header & BS_HEAP_MARK) {
            header &= ~BS_HEAP_MARK;
            *cell = header;
            uint32_t size = ((const bs_class *)header)->size;
            at += size != 0 ? size : cell_size(cell);
            continue;
        }
        /* The first as the others, in line: in a heap of small holes there are as many firsts as dead objects. */
        uint32_t first = (header & BS_HEAP_FREE) ? 0 : ((const bs_class *)header)->size;
        uint8_t *second = at + (first != 0 ? first : cell_size(cell));
        at = end_of_run(second, end);
        if (at != second)
            clear_starts((uint32_t)(second - base) / 8, (uint32_t)(at - base) / 8);
        bs_free_cell *run = (bs_free_cell *)cell;
        uint32_t size = (uint32_t)(at - (uint8_t *)run);
        run->size_and_free = size | BS_HEAP_FREE;
        if (size <= BS_HEAP_LARGEST_BIN) {
            run->next = bs_heap.bins[size / 8];
            bs_heap.bins[size / 8] = run;
        } else {
            *large_end = run;
            large_end = &run->next;
            large_bytes += size;
        }
#ifdef BS_STRESS
        for (uint32_t *word = (uint32_t *)(run + 1); word != (uint32_t *)at; word++)
            *word = 0xdbdbdbdb;
#endif
    }
    *large_end = 0;
    bs_heap.free_bytes = large_bytes;
}

/* `stack` is where the caller's registers were saved. */
__attribute__((used)) static void collect_from(const uint32_t *stack)
{
    /* Overflows the stack now, if at all, while the heap is as its format says. */
    (void)*(const volatile uint32_t *)((const uint8_t *)stack - STACK_NEEDED);
    bs_critical_enter();
    collector *c = &the_collector;
    c->heap.base = (uint32_t)bs_heap.base;
    c->heap.extent = (uint32_t)(bs_heap.end - bs_heap.base);
    c->lowest = UINT32_MAX;
    c->highest = 0;
    trace_roots(c, stack, bs_program_stack_top);
    sweep();
    bs_heap.collections++;
    bs_critical_leave();
}

/* Saves every register in which the caller may keep a reference (the compiler may spill integers to the
 * floating-point registers), then collects. */
__attribute__((naked)) void bs_collect(void)
{
    __asm__("push {r3-r11, lr}\n"
            BS_UNWIND(".cfi_adjust_cfa_offset 40")
            BS_UNWIND(".cfi_offset r4, -36")
            BS_UNWIND(".cfi_offset r5, -32")
            BS_UNWIND(".cfi_offset r6, -28")
            BS_UNWIND(".cfi_offset r7, -24")
            BS_UNWIND(".cfi_offset r8, -20")
            BS_UNWIND(".cfi_offset r9, -16")
            BS_UNWIND(".cfi_offset r10, -12")
            BS_UNWIND(".cfi_offset r11, -8")
            BS_UNWIND(".cfi_offset lr, -4")
            "vpush {s16-s31}\n"
            BS_UNWIND(".cfi_adjust_cfa_offset 64")
            "mov r0, sp\n"
            "bl collect_from\n"
            "add sp, sp, #64\n"
            BS_UNWIND(".cfi_adjust_cfa_offset -64")
            "pop {r3-r11, pc}\n");
}
