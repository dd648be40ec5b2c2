/*
 * What the heap costs, in guest instructions, with the very objects of the firmware: `make measure`.
 * Figures are for information; nothing is checked but that everything fits.
 */
#include <stdio.h>
#include <string.h>

#include "bs_inline.h"
#include "bs_runtime.h"
#include "device.h"
#include "heap_check.h"
#include "text.h"

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

static void *root;
static const bs_root_range roots[] = {{&root, 1}, {0, 0}};

static uint32_t spent(uint32_t since)
{
    return instructions() - since;
}

static void report(const char *what, uint32_t cost, uint32_t count)
{
    printf("%-44s %8lu in all, %6lu.%lu each\n", what, (unsigned long)cost, (unsigned long)(cost / count),
           (unsigned long)(cost * 10 / count % 10));
}

static uint32_t collection(void)
{
    uint32_t start = instructions();
    bs_collect();
    return spent(start);
}

static node *new_node(node *left, node *right)
{
    node *n = bs_allocate(&class_node, sizeof(node));
    n->left = left;
    n->right = right;
    return n;
}

static node *tree(uint32_t depth)
{
    if (depth == 0)
        return new_node(0, 0);
    node *left = tree(depth - 1);
    node *right = tree(depth - 1);
    return new_node(left, right);
}

#define HEAP (104 * 1024)
#define COUNT 4000

/* Whatever pointers are left on the stack must not keep anything alive. */
static __attribute__((noinline)) void forget(void)
{
    volatile uint32_t words[128] __attribute__((unused));
    for (uint32_t i = 0; i < 128; i++)
        words[i] = 0;
}

static __attribute__((noinline)) uint32_t make_list(uint32_t count, uint32_t kept_of_two)
{
    uint32_t start = instructions();
    for (uint32_t i = 0; i < count; i++) {
        node *n = new_node(root, 0);
        if (i % 2 < kept_of_two)
            root = n;
    }
    return spent(start);
}

static void lists_and_trees(void)
{
    fresh_heap(HEAP, roots);
    root = 0;
    uint32_t empty = collection();
    report("collection of an empty heap", empty, 1);
    report("allocation in line of 16 bytes, fresh heap", make_list(COUNT, 2), COUNT);
    report("live list node, newest first", collection() - empty, COUNT);
    root = 0;
    forget();
    report("dead node, one run", collection() - empty, COUNT);
    make_list(COUNT, 1);
    report("a live and a dead node, alternating", collection() - empty, COUNT / 2);
    report("allocation in line of 16 bytes from the holes", make_list(COUNT / 2 - 20, 0), COUNT / 2 - 20);
    fresh_heap(HEAP, roots);
    root = tree(11);
    report("live tree node", collection() - empty, 4095);
    root = 0;
}

static void arrays_and_strings(void)
{
    fresh_heap(HEAP, roots);
    uint32_t empty = collection();
    uint32_t start = instructions();
    bs_array_reference *array = bs_new_array(&bs_class_array_reference, COUNT);
    report("new array of 4000 references", spent(start), 1);
    root = array;
    report("null element", collection() - empty, COUNT);
    start = instructions();
    for (uint32_t i = 0; i < COUNT; i++)
        array->elements[i] = (void *)bs_string_of("1234567", i % 7 + 1);
    report("new string of 1 to 7 bytes", spent(start), COUNT);
    report("live string in an array", collection() - empty, COUNT);
    fresh_heap(HEAP, roots);
    start = instructions();
    for (uint32_t i = 0; i < COUNT; i++)
        bs_new_object(&class_node);
    report("bs_new_object of 16 bytes", spent(start), COUNT);
    start = instructions();
    for (uint32_t i = 0; i < 1000; i++)
        bs_new_array(&bs_class_array_integer, 4);
    report("bs_new_array of 4 integers", spent(start), 1000);
    start = instructions();
    bs_vector_integer *vector = bs_new_array(&bs_class_vector_integer, 0);
    for (int32_t i = 0; i < 1000; i++) {
        if (vector->length == vector->capacity)
            bs_vector_grow(vector);
        vector->elements[vector->length++] = i;
    }
    report("push, 1000 times", spent(start), 1000);
}

static void array_garbage(void)
{
    fresh_heap(HEAP, roots);
    uint32_t empty = collection();
    for (uint32_t i = 0; i < 3000; i++)
        bs_new_array(&bs_class_array_reference, 4);
    forget();
    report("dead array of 4 references, one run", collection() - empty, 3000);
    bs_array_reference *array = bs_new_array(&bs_class_array_reference, 3000);
    root = array;
    for (uint32_t i = 0; i < 3000; i++)
        array->elements[i] = bs_new_array(&bs_class_array_reference, 4);
    report("live array of 4 nulls in an array", collection() - empty, 3000);
    root = 0;
}

static void churn(void)
{
    fresh_heap(HEAP, roots);
    root = tree(10);
    uint32_t start = instructions();
    for (uint32_t i = 0; i < 100000; i++)
        new_node(0, 0);
    report("garbage node beside a live tree of 2047", spent(start), 100000);
    printf("%lu collections\n", (unsigned long)bs_heap.collections);
}

int main(void)
{
    lists_and_trees();
    arrays_and_strings();
    array_garbage();
    churn();
    return 0;
}
