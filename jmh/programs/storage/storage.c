/*
 * Builds a tree of arrays seven levels deep: every inner array has four children, a leaf has one to ten
 * elements. The result is the number of arrays.
 */
#include "../twin.h"

#define DEPTH 7
#define CHILDREN 4

struct builder {
    int32_t seed;
    int32_t arrays;
    int32_t last_leaf_length;
};

/* An inner array of arrays, or at depth 1 a leaf: an array of bool. */
static void *build_tree(struct builder *builder, int32_t depth)
{
    builder->arrays++;
    if (depth == 1) {
        builder->last_leaf_length = twin_random(&builder->seed) % 10 + 1;
        return calloc(builder->last_leaf_length, sizeof(bool));
    }
    void **children = malloc(CHILDREN * sizeof *children);
    for (int32_t i = 0; i < CHILDREN; i++)
        children[i] = build_tree(builder, depth - 1);
    return children;
}

static void free_tree(void *tree, int32_t depth)
{
    if (depth > 1) {
        void **children = tree;
        for (int32_t i = 0; i < CHILDREN; i++)
            free_tree(children[i], depth - 1);
    }
    free(tree);
}

int32_t bench_main(void)
{
    struct builder builder = {TWIN_RANDOM_SEED, 0, 0};
    void *tree = build_tree(&builder, DEPTH);
    free_tree(tree, DEPTH);
    return builder.arrays == 5461 && builder.last_leaf_length == 2;
}
