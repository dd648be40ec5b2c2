/* All permutations of six elements, by exchanging them in place; the result counts the recursive calls. */
#include "../twin.h"

struct permuter {
    int32_t count;
    int32_t *elements;
};

static void swap(int32_t *elements, int32_t i, int32_t j)
{
    int32_t saved = elements[i];
    elements[i] = elements[j];
    elements[j] = saved;
}

static void permute(struct permuter *permuter, int32_t n)
{
    permuter->count++;
    if (n != 0) {
        int32_t last = n - 1;
        permute(permuter, last);
        for (int32_t i = last; i >= 0; i--) {
            swap(permuter->elements, last, i);
            permute(permuter, last);
            swap(permuter->elements, last, i);
        }
    }
}

int32_t bench_main(void)
{
    const int32_t size = 6;
    struct permuter permuter = {0, malloc(size * sizeof(int32_t))};
    for (int32_t i = 0; i < size; i++)
        permuter.elements[i] = i;
    permute(&permuter, size);
    free(permuter.elements);
    return permuter.count == 8660;
}
