/* Checked access in loops, growth, fills that the compiler turns into library calls. */
int32_t sum(const bs_vector_integer *v)
{
    int32_t total = 0;
    for (int32_t i = 0; i < (int32_t)v->length; i++) {
        if (__builtin_expect((uint32_t)i >= v->length, 0))
            BS_TRAP(BS_ERROR_INDEX, 3);
        total += v->elements[i];
    }
    return total;
}

void push(bs_vector_integer *v, int32_t x)
{
    int32_t *elements = v->elements;
    if (__builtin_expect(v->length == v->capacity, 0))
        elements = bs_vector_grow(v);
    elements[v->length++] = x;
}

void clear(bs_array_uint8 *a)
{
    for (unsigned int i = 0; i < a->length; i++)
        a->elements[i] = 0;
}

typedef struct { int32_t words[40]; } Block;
void copy_block(Block *to, const Block *from) { *to = *from; }

int32_t matrix(int32_t n)
{
    bs_array_reference *rows = bs_new_array(&bs_class_array_reference, n);
    for (int32_t i = 0; i < n; i++)
        rows->elements[i] = bs_new_array(&bs_class_array_integer, n);
    int32_t total = 0;
    for (int32_t i = 0; i < n; i++) {
        bs_array_integer *row = rows->elements[i];
        for (int32_t j = 0; j < n; j++) {
            if (__builtin_expect((uint32_t)j >= row->length, 0))
                BS_TRAP(BS_ERROR_INDEX, 4);
            row->elements[j] = i * j;
            total += row->elements[(i + j) % n];
        }
    }
    return total;
}
