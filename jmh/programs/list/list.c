/* Takeuchi's function on linked lists: the numbers of the original are lengths of lists here. */
#include "../twin.h"

struct element {
    int32_t value;
    struct element *next;
};

static struct element *make_list(int32_t length)
{
    if (length == 0)
        return NULL;
    struct element *element = malloc(sizeof *element);
    element->value = length;
    element->next = make_list(length - 1);
    return element;
}

static void free_list(struct element *list)
{
    while (list != NULL) {
        struct element *next = list->next;
        free(list);
        list = next;
    }
}

static int32_t length_of(const struct element *list)
{
    return list == NULL ? 0 : 1 + length_of(list->next);
}

static bool is_shorter(const struct element *a, const struct element *b)
{
    while (b != NULL) {
        if (a == NULL)
            return true;
        a = a->next;
        b = b->next;
    }
    return false;
}

/* No list that is taken apart here is ever empty, with the lengths used. */
static struct element *tail(struct element *x, struct element *y, struct element *z)
{
    if (!is_shorter(y, x))
        return z;
    return tail(tail(x->next, y, z), tail(y->next, z, x), tail(z->next, x, y));
}

int32_t bench_main(void)
{
    struct element *x = make_list(15), *y = make_list(10), *z = make_list(6);
    int32_t result = length_of(tail(x, y, z));
    free_list(x);
    free_list(y);
    free_list(z);
    return result == 10;
}
