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
#include "bs_runtime.h"
#include "bs_word.h"
#include "critical.h"
#include "heap.h"

#define STACK_ENTRIES 64
#define PENDING (BS_HEAP_MARK | BS_HEAP_FREE)
#define LOW_BITS (BS_HEAP_MARK | BS_HEAP_FREE)
#define STACK_NEEDED 192 /* bytes: what a collection may use below its entry */

typedef struct collector {
    uint32_t base;   /* of the heap */
    uint32_t extent; /* of the heap, in bytes */
    uint32_t lowest; /* pending objects are in [lowest, highest]; lowest > highest if there are none */
    uint32_t highest;
    uint32_t *stack[STACK_ENTRIES]; /* marked, not yet scanned */
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

/* Marks what `reference` refers to, the start of a cell or anything outside the heap. */
static inline uint32_t **visit(collector *c, uint32_t **top, uint32_t reference)
{
    if (reference - c->base >= c->extent)
        return top;
    uint32_t *cell = (uint32_t *)reference;
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
    *top = cell;
    return top + 1;
}

static inline uint32_t **visit_tagged(collector *c, uint32_t **top, uint32_t word)
{
    return (word & BS_WORD_TAG_MASK) == BS_WORD_TAG_POINTER ? visit(c, top, word - BS_WORD_TAG_POINTER) : top;
}


/* Visits the words from `word` on whose bits are set in the bitmaps. */
static inline uint32_t **visit_fields(collector *c, uint32_t **top, const uint32_t *word, uint32_t references,
                                      uint32_t tagged)
{
    const uint32_t *tagged_word = word;
    for (; references != 0; references >>= 1, word++)
        if (references & 1)
            top = visit(c, top, *word);
    for (; tagged != 0; tagged >>= 1, tagged_word++)
        if (tagged & 1)
            top = visit_tagged(c, top, *tagged_word);
    return top;
}

static uint32_t **visit_large(collector *c, uint32_t **top, const uint32_t *object, const bs_class *cls)
{
    const uint32_t *references = (const uint32_t *)cls->references;
    const uint32_t *tagged = (const uint32_t *)cls->tagged;
    uint32_t words = cls->size / 4 - 1;
    for (uint32_t i = 0; i * 32 < words; i++)
        top = visit_fields(c, top, object + 1 + i * 32, references[i], tagged[i]);
    return top;
}

static uint32_t **visit_elements(collector *c, uint32_t **top, const bs_array *array, const bs_class *cls)
{
    const uint32_t *element = (const uint32_t *)array->elements;
    const uint32_t *end = element + array->length;
    if (cls->element == BS_ELEMENT_REFERENCE)
        for (; element != end; element++)
            top = visit(c, top, *element);
    else if (cls->element == BS_ELEMENT_TAGGED)
        for (; element != end; element++)
            top = visit_tagged(c, top, *element);
    return top;
}

/* Scans `object`, which is marked, and everything that becomes reachable by it and is not postponed. */
static void scan(collector *c, const uint32_t *object)
{
    uint32_t **top = c->stack;
    for (;;) {
        const bs_class *cls = class_of(*object);
        switch (cls->kind) {
        case BS_KIND_OBJECT:
        case BS_KIND_CLOSURE:
            top = visit_fields(c, top, object + 1, cls->references, cls->tagged);
            break;
        case BS_KIND_ARRAY:
            top = visit_elements(c, top, (const bs_array *)object, cls);
            break;
        case BS_KIND_VECTOR:
            top = visit(c, top, (uint32_t)((const bs_vector *)object)->elements - sizeof(bs_array));
            break;
        case BS_KIND_LARGE:
            top = visit_large(c, top, object, cls);
            break;
        default:
            break;
        }
        if (top == c->stack)
            return;
        object = *--top;
    }
}

static void trace(collector *c, uint32_t reference)
{
    uint32_t **top = visit(c, c->stack, reference);
    if (top != c->stack)
        scan(c, c->stack[0]);
}

/* Size of the cell, free, marked or not. */
static inline uint32_t cell_size(const uint32_t *cell)
{
    uint32_t header = *cell;
    if ((header & LOW_BITS) == BS_HEAP_FREE)
        return header & ~LOW_BITS;
    return bs_object_size((const bs_object *)cell, class_of(header));
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
        scan(c, cell);
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
        return c->base + (granule - (uint32_t)__builtin_clz(bits)) * 8;
    do
        bits = *--word;
    while (bits == 0);
    return c->base + ((uint32_t)(word - bs_heap.starts) * 32 + 31 - (uint32_t)__builtin_clz(bits)) * 8;
}

/* `word` may be an address in a cell, or one past its end, or anything else. */
static inline void trace_conservatively(collector *c, uint32_t word)
{
    uint32_t offset = word - c->base;
    if (offset > c->extent)
        return;
    uint32_t cell = 0;
    if (offset != c->extent) {
        cell = cell_around(c, offset / 8);
        trace(c, cell);
    }
    if ((offset == c->extent || cell == word) && offset != 0)
        trace(c, cell_around(c, offset / 8 - 1));
}

static void trace_roots(collector *c, const uint32_t *stack, const uint32_t *stack_end)
{
    for (const bs_root_range *range = bs_heap.roots; range->count != 0; range++)
        for (uint32_t i = 0; i < range->count; i++)
            trace(c, (uint32_t)range->start[i]);
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

static void sweep(void)
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
            at += bs_object_size((const bs_object *)cell, (const bs_class *)header);
            continue;
        }
        uint8_t *second = at + cell_size(cell);
        at = second;
        while (at != end && !(*(uint32_t *)at & BS_HEAP_MARK))
            at += cell_size((uint32_t *)at);
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
    c->base = (uint32_t)bs_heap.base;
    c->extent = (uint32_t)(bs_heap.end - bs_heap.base);
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
            "vpush {s16-s31}\n"
            "mov r0, sp\n"
            "bl collect_from\n"
            "add sp, sp, #64\n"
            "pop {r3-r11, pc}\n");
}
