/*
 * The heap in situations of its own: what keeps objects alive, deep and wide structures, exhaustion.
 */
#include <stdlib.h>
#include <string.h>

#include "bs_inline.h"
#include "bs_runtime.h"
#include "check.h"
#include "critical.h"
#include "device.h"
#include "heap.h"
#include "heap_check.h"

typedef struct node {
    const bs_class *class_;
    struct node *left, *right;
    int32_t number;
} node;

static const struct {
    const bs_class *class_;
    unsigned int length;
    char bytes[5];
} name = {&bs_class_string, 4, "Node"};
static const bs_class class_node __attribute__((aligned(8))) = {
    .kind = BS_KIND_OBJECT, .size = 16, .references = 3, .name = (const bs_string *)&name};
static const bs_class class_plain __attribute__((aligned(8))) = {
    .kind = BS_KIND_OBJECT, .size = 24, .name = (const bs_string *)&name};

static void *root;
static const bs_root_range roots[] = {{&root, 1}, {0, 0}};

#define HEAP (150 * 1024)
#ifdef BS_STRESS
#define SCALE 20 /* every allocation collects */
#else
#define SCALE 1
#endif

static node *new_node(node *left, node *right, int32_t number)
{
    node *n = bs_allocate(&class_node, sizeof(node));
    n->left = left;
    n->right = right;
    n->number = number;
    return n;
}

/* Whatever pointers are left on the stack must not keep anything alive. */
static __attribute__((noinline)) void forget(void)
{
    volatile uint32_t words[256] __attribute__((unused));
    for (uint32_t i = 0; i < 256; i++)
        words[i] = 0;
}

static heap_census collect(const char *where)
{
    forget();
    bs_collect();
    return check_heap(where);
}

static void a_fresh_heap_is_one_free_cell(void)
{
    for (uint32_t size = 16; size <= 4096; size += 8) {
        fresh_heap(size, 0);
        heap_census census = check_heap("fresh");
        CHECK(census.free_cells == 1 && census.free_bytes == size, "%lu", (unsigned long)size);
        CHECK((uint32_t)bs_memory_free() == size && bs_memory_used() == 0, "%lu", (unsigned long)size);
        census = collect("fresh, collected");
        CHECK(census.free_cells == 1 && census.free_bytes == size, "%lu", (unsigned long)size);
    }
}

/* With a value in each node that has to be scanned as well, and links from old to new or from new to old. */
static __attribute__((noinline)) void make_list(int32_t count, bool newest_first)
{
    root = new_node(0, 0, 0);
    node *last = root;
    for (int32_t i = 1; i < count; i++) {
        node *value = new_node(0, 0, -i);
        node *n = new_node(value, 0, i);
        if (newest_first) {
            n->right = root;
            root = n;
        } else {
            last->right = n;
            last = n;
        }
    }
}

static void a_deep_list_survives(bool newest_first)
{
    const int32_t count = 4500 / SCALE;
    fresh_heap(HEAP, roots);
    make_list(count, newest_first);
    heap_census census = collect("deep list");
    CHECK(census.live_cells >= (uint32_t)count * 2 - 1 && census.live_cells <= (uint32_t)count * 2 + 8, "%lu live",
          (unsigned long)census.live_cells);
    int32_t length = 0;
    for (node *n = root; n != 0; n = n->right, length++) {
        CHECK(n->class_ == &class_node && n->number == (newest_first ? count - 1 - length : length), "node %ld", (long)length);
        CHECK(n->left == 0 || n->left->number == -n->number, "value of node %ld", (long)length);
    }
    CHECK(length == count, "%ld nodes", (long)length);
    root = 0;
    census = collect("dropped list");
    CHECK(census.live_cells < 8, "%lu live", (unsigned long)census.live_cells);
}

/* Each element is the head of a list and in the next element's list: more pending at once than the stack holds. */
static void a_wide_array_survives(void)
{
    fresh_heap(HEAP, roots);
    const int32_t count = 2000 / SCALE + 3;
    bs_array_reference *array = bs_new_array(&bs_class_array_reference, count);
    root = array;
    for (int32_t i = 0; i < count; i++) {
        node *pair = new_node(0, 0, i);
        array->elements[(i * 7) % count] = pair;
        pair->left = new_node(new_node(0, 0, i), 0, i);
    }
    heap_census census = collect("wide array");
    CHECK(census.live_cells >= (uint32_t)count * 3 + 1 && census.live_cells <= (uint32_t)count * 3 + 8, "%lu live",
          (unsigned long)census.live_cells);
    for (int32_t i = 0; i < count; i++) {
        node *pair = array->elements[(i * 7) % count];
        CHECK(pair->number == i && pair->left->number == i && pair->left->left->number == i, "element %ld", (long)i);
    }
    array = 0;
    root = 0;
}

/* Arrays of arrays, deeper than the stack holds pieces of. */
static void nested_arrays_survive(void)
{
    fresh_heap(HEAP, roots);
    bs_array_reference *outermost = bs_new_array(&bs_class_array_reference, 20);
    root = outermost;
    bs_array_reference *at = outermost;
    for (int32_t depth = 1; depth < 200 / SCALE + 10; depth++) {
        for (uint32_t i = 0; i < 19; i++)
            at->elements[i] = new_node(0, 0, depth * 100 + (int32_t)i);
        at->elements[depth % 20] = bs_new_array(&bs_class_array_reference, 20);
        at = at->elements[depth % 20];
    }
    collect("nested arrays");
    at = outermost;
    for (int32_t depth = 1; depth < 200 / SCALE + 10; depth++) {
        for (int32_t i = 0; i < 19; i++)
            CHECK(i == depth % 20 || ((node *)at->elements[i])->number == depth * 100 + i, "depth %ld", (long)depth);
        at = at->elements[depth % 20];
    }
    root = 0;
}

static __attribute__((noinline)) uint32_t hidden_node(void)
{
    uint32_t hidden = 0;
    for (int32_t i = 0; i < 8; i++) {
        node *n = new_node(0, 0, i);
        if (i == 4)
            hidden = ~(uint32_t)n;
    }
    return hidden;
}

static __attribute__((noinline)) bool node_is_alive(uint32_t hidden, uint32_t offset, bool keep)
{
    volatile uint32_t word = keep ? ~hidden + offset : 0;
    forget();
    bs_collect();
    (void)word;
    /* A dead object's header may stay where it was, inside a free cell. */
    uint32_t granule = (~hidden - (uint32_t)bs_heap.base) / 8;
    return (bs_heap.starts[granule / 32] >> granule % 32 & 1) != 0 && *(const bs_class **)~hidden == &class_node;
}

static void pointers_into_a_cell_and_past_its_end_keep_it(void)
{
    for (uint32_t offset = 0; offset <= sizeof(node); offset++) {
        fresh_heap(4096, 0);
        uint32_t hidden = hidden_node();
        CHECK(node_is_alive(hidden, offset, true), "at offset %lu", (unsigned long)offset);
        check_heap("interior pointer");
    }
    fresh_heap(4096, 0);
    uint32_t hidden = hidden_node();
    CHECK(!node_is_alive(hidden, 0, false), "nothing keeps it");
    fresh_heap(4096, 0);
    hidden = hidden_node();
    CHECK(!node_is_alive(hidden, sizeof(node) + 1, true), "a pointer into the next cell");
}

/* The last cell's end is the heap's end. */
static void a_pointer_to_the_heaps_end_keeps_the_last_cell(void)
{
    fresh_heap(160, 0);
    bs_array *array = bs_new_array(&bs_class_array_integer, 20); /* large, from the top */
    volatile uint32_t end = (uint32_t)bs_heap.end;
    CHECK((uint8_t *)array + 88 == bs_heap.end, "%p", (void *)array);
    bs_object *volatile hidden = (bs_object *)~(uint32_t)array;
    array = 0;
    forget();
    bs_collect();
    (void)end;
    CHECK(((bs_object *)~(uint32_t)hidden)->class_ == &bs_class_array_integer, "collected");
}

static void references_of_closures_and_cells_follow_their_class(void)
{
    fresh_heap(4096, roots);
    bs_cell *cell = bs_new_object(&bs_class_cell_reference);
    root = cell;
    cell->value.reference = new_node(0, 0, 9);
    bs_cell *plain = bs_new_object(&bs_class_cell_plain);
    ((node *)cell->value.reference)->left = (node *)plain;
    plain->value.reference = (void *)((uint32_t)plain + 1000);
    heap_census census = collect("cells");
    CHECK(census.live_cells >= 3, "%lu", (unsigned long)census.live_cells);
    CHECK(((node *)cell->value.reference)->number == 9, "the node");
    root = 0;
}

/* Most of the heap can be used: nothing is lost to headers, batches or splitting. */
static void memory_can_be_used_nearly_completely(void)
{
    static const uint32_t sizes[] = {16, 24, 32, 40, 48, 56, 64, 72, 200};
    const uint32_t size = 104 * 1024 / SCALE / 8 * 8;
    for (uint32_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        fresh_heap(size, roots);
        const uint32_t most = size / 18;
        bs_array_reference *array = bs_new_array(&bs_class_array_reference, (int32_t)most);
        root = array;
        uint32_t used = 8 + 4 * most;
        for (uint32_t count = 0;; count++) {
            bs_array_integer *element = bs_heap_allocate(sizes[i]);
            if (element == 0)
                break;
            element->length = sizes[i] / 4 - 2;
            element->class_ = &bs_class_array_integer;
            array->elements[count] = element;
            used += sizes[i];
        }
        check_heap("full");
        CHECK(used > size * 98 / 100 - 200, "cells of %lu: %lu of %lu bytes used", (unsigned long)sizes[i],
              (unsigned long)used, (unsigned long)size);
        root = 0;
    }
    /* Two sizes alternately, then the space of every other for a third. */
    fresh_heap(size, roots);
    bs_array_reference *array = bs_new_array(&bs_class_array_reference, (int32_t)size / 20);
    root = array;
    uint32_t count = 0;
    for (;; count++) {
        bs_array_integer *element = bs_heap_allocate(count % 2 == 0 ? 16 : 24);
        if (element == 0)
            break;
        element->length = count % 2 == 0 ? 2 : 4;
        element->class_ = &bs_class_array_integer;
        array->elements[count] = element;
    }
    for (uint32_t i = 0; i < count; i += 2)
        array->elements[i] = 0;
    collect("every other dropped");
    for (uint32_t i = 0; i < count; i += 2) {
        bs_array_integer *element = bs_heap_allocate(8);
        CHECK(element != 0, "cell %lu", (unsigned long)i);
        element->length = 0;
        element->class_ = &bs_class_array_integer;
        array->elements[i] = element;
    }
    check_heap("refilled");
    root = 0;
}

/* Every function that allocates, with all possible amounts of memory left: it either works or raises MEMORY. */

static bs_string *a_string;
static bs_vector_integer *a_vector;
static bs_array_integer *an_array;
static void *three_roots[3];
static const bs_root_range more_roots[] = {{three_roots, 3}, {&root, 1}, {0, 0}};

static void concat(void *unused)
{
    (void)unused;
    root = bs_string_concat(a_string, a_string);
}
static void substring(void *unused)
{
    (void)unused;
    root = bs_string_substring(a_string, 1, 3);
}
static void from_integer(void *unused)
{
    (void)unused;
    root = bs_string_from_integer(-1234567);
}
static void from_float(void *unused)
{
    (void)unused;
    root = bs_string_from_float(0.1f);
}
static void from_object(void *unused)
{
    (void)unused;
    root = bs_string_from_object(an_array);
}
static void new_object(void *unused)
{
    (void)unused;
    root = bs_new_object(&class_plain);
}
static void new_cell(void *unused)
{
    (void)unused;
    node *n = bs_new_cell(16);
    *n = (node){0};
    n->class_ = &class_node;
    root = n;
}
static void new_array(void *unused)
{
    (void)unused;
    root = bs_new_array(&bs_class_array_integer, 40);
}
static void new_vector(void *unused)
{
    (void)unused;
    root = bs_new_array(&bs_class_vector_reference, 7);
}
static void copy(void *unused)
{
    (void)unused;
    root = bs_array_copy(a_vector);
}
static void copy_inline(void *unused)
{
    (void)unused;
    root = bs_array_copy(an_array);
}
static void push(void *unused)
{
    (void)unused;
    for (int32_t i = 0; i < 10; i++) {
        int32_t *elements = bs_vector_grow(a_vector);
        elements[a_vector->length++] = i;
    }
}
static void unshift(void *unused)
{
    (void)unused;
    for (int32_t i = 0; i < 10; i++) {
        bs_vector_unshift(a_vector);
        a_vector->elements[0] = i;
    }
}

static void set_up(void *unused)
{
    (void)unused;
    three_roots[0] = a_string = bs_string_from_integer(123456789);
    three_roots[1] = a_vector = bs_new_array(&bs_class_vector_integer, 3);
    three_roots[2] = an_array = bs_new_array(&bs_class_array_integer, 5);
}

static void exhaustion_at_every_point(const char *what, void (*action)(void *))
{
    bool worked = false;
    bool failed = false;
    for (uint32_t size = 16; size < 800; size += 8) {
        fresh_heap(size, more_roots);
        root = 0;
        memset(three_roots, 0, sizeof three_roots);
        if (error_of(set_up, 0) != NO_ERROR)
            continue;
        int32_t error = error_of(action, 0);
        CHECK(error == NO_ERROR || error == BS_ERROR_MEMORY, "%s raised %ld", what, (long)error);
        worked |= error == NO_ERROR;
        failed |= error != NO_ERROR;
        check_heap(what);
        CHECK(a_string->length == 9 && memcmp(a_string->bytes, "123456789", 10) == 0, "%s: the string", what);
        bs_collect();
        check_heap(what);
    }
    CHECK(worked && failed, "%s both works and fails", what);
}

static void new_array_of(void *length)
{
    root = bs_new_array(&bs_class_array_integer, (int32_t)length);
}

static void new_vector_of(void *length)
{
    root = bs_new_array(&bs_class_vector_boolean, (int32_t)length);
}

static void impossible_lengths_are_refused(void)
{
    static const struct {
        int32_t length, error;
    } cases[] = {{-1, BS_ERROR_LENGTH},         {INT32_MIN, BS_ERROR_LENGTH},  {INT32_MAX, BS_ERROR_MEMORY},
                 {1 << 30, BS_ERROR_MEMORY},    {(1 << 30) + 1, BS_ERROR_MEMORY}, {40000, BS_ERROR_MEMORY},
                 {0x3fffffff, BS_ERROR_MEMORY}, {0, NO_ERROR},                 {100, NO_ERROR}};
    for (uint32_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fresh_heap(4096, roots);
        CHECK(error_of(new_array_of, (void *)cases[i].length) == cases[i].error, "array of %ld", (long)cases[i].length);
        check_heap("length");
        int32_t error = error_of(new_vector_of, (void *)cases[i].length);
        CHECK(error == cases[i].error, "vector of %ld", (long)cases[i].length);
        check_heap("length");
        CHECK(bs_critical == 0, "inside a critical region");
    }
    root = 0;
}

/* The same operations give the same memory: addresses, lists, bitmap. */
static uint32_t heap_sum(void)
{
    uint32_t sum = 1;
    for (const uint32_t *word = (const uint32_t *)bs_heap.base; word != (const uint32_t *)bs_heap.end; word++)
        sum = (sum ^ *word) * 16777619u;
    for (uint32_t i = 0; i < (uint32_t)(bs_heap.end - bs_heap.base) / 256; i++)
        sum = (sum ^ bs_heap.starts[i]) * 16777619u;
    return sum;
}

static __attribute__((noinline)) uint32_t sum_of_a_run(void)
{
    fresh_heap(16 * 1024, roots);
    root = 0;
    uint32_t state = 4;
    for (uint32_t i = 0; i < 3000 / SCALE; i++) {
        uint32_t word = next_word(&state);
        if (word % 50 == 0)
            root = 0;
        else if (word % 3 == 0)
            root = new_node(root, 0, (int32_t)i);
        else
            bs_new_array(&bs_class_array_integer, (int32_t)(word >> 8) % 40 & 63);
    }
    return heap_sum();
}

static void the_same_operations_give_the_same_memory(void)
{
    uint32_t first = sum_of_a_run();
    uint32_t second = sum_of_a_run();
    CHECK(first == second, "%08lx and %08lx", (unsigned long)first, (unsigned long)second);
}

int main(void)
{
    a_fresh_heap_is_one_free_cell();
    a_deep_list_survives(true);
    a_deep_list_survives(false);
    a_wide_array_survives();
    nested_arrays_survive();
    pointers_into_a_cell_and_past_its_end_keep_it();
    a_pointer_to_the_heaps_end_keeps_the_last_cell();
    references_of_closures_and_cells_follow_their_class();
    memory_can_be_used_nearly_completely();
    exhaustion_at_every_point("concat", concat);
    exhaustion_at_every_point("substring", substring);
    exhaustion_at_every_point("from_integer", from_integer);
    exhaustion_at_every_point("from_float", from_float);
    exhaustion_at_every_point("from_object", from_object);
    exhaustion_at_every_point("new_object", new_object);
    exhaustion_at_every_point("new_cell", new_cell);
    exhaustion_at_every_point("new_array", new_array);
    exhaustion_at_every_point("new_vector", new_vector);
    exhaustion_at_every_point("copy", copy);
    exhaustion_at_every_point("copy_inline", copy_inline);
    exhaustion_at_every_point("push", push);
    exhaustion_at_every_point("unshift", unshift);
    impossible_lengths_are_refused();
    the_same_operations_give_the_same_memory();
    return check_result("heap");
}
