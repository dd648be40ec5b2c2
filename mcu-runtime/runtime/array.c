/* Arrays: inline ones (bs_array) and growable ones (bs_vector, whose elements are those of a bs_array). */
#include "bs_runtime.h"
#include "heap.h"
#include "memory.h"

/* The elements of a growable array are a bs_array of one of these classes. */
static const bs_class *const element_classes[] = {
    [BS_ELEMENT_NONE] = 0,
    [BS_ELEMENT_INTEGER] = &bs_class_array_integer,
    [BS_ELEMENT_FLOAT] = &bs_class_array_float,
    [BS_ELEMENT_BOOLEAN] = &bs_class_array_boolean,
    [BS_ELEMENT_UINT8] = &bs_class_array_uint8,
    [BS_ELEMENT_REFERENCE] = &bs_class_array_reference,
    [BS_ELEMENT_TAGGED] = &bs_class_array_tagged,
};

/* The bytes that `length` elements take up. */
static uint32_t elements_size(const bs_class *cls, uint32_t length)
{
    return length * bs_array_element_size(cls->element);
}

/* An inline array with undefined elements, but for the unused bytes behind the last, which are 0. Returns 0 if there is no room. */
static bs_array *allocate_array(const bs_class *cls, uint32_t length)
{
    if (length > (uint32_t)(bs_heap.end - bs_heap.base))
        return 0;
    uint32_t size = bs_array_size(cls->element, length);
    bs_array *array = bs_heap_allocate(size);
    if (array == 0)
        return 0;
    if (length != 0)
        ((uint32_t *)array)[size / 4 - 1] = 0;
    array->length = length;
    BS_HEAP_ORDER();
    array->class_ = cls;
    return array;
}

static bs_array *take_array(const bs_class *cls, uint32_t length)
{
    bs_array *array = allocate_array(cls, length);
    if (array == 0)
        BS_RAISE(BS_ERROR_MEMORY, BS_SITE_NONE);
    return array;
}

/* The whole cell behind the length is cleared. All in one, since programs often do nothing but this. */
static __attribute__((optimize("O2"))) bs_array *take_zeroed_array(const bs_class *cls, uint32_t length)
{
    uint32_t size = bs_array_size(cls->element, length);
    bs_array *array = length > (uint32_t)(bs_heap.end - bs_heap.base) ? 0 : bs_heap_allocate(size);
    if (array == 0)
        BS_RAISE(BS_ERROR_MEMORY, BS_SITE_NONE);
    uint64_t *granule = (uint64_t *)array->elements;
    uint64_t *end = (uint64_t *)((uint8_t *)array + size);
    for (; granule != end; granule++)
        *granule = 0;
    array->length = length;
    BS_HEAP_ORDER();
    array->class_ = cls;
    return array;
}

static bs_vector *take_vector(const bs_class *cls, bs_array *elements)
{
    bs_vector *vector = bs_heap_take(sizeof(bs_vector));
    uint32_t length = elements == 0 ? 0 : elements->length;
    vector->length = length;
    vector->capacity = length;
    vector->elements = elements == 0 ? 0 : elements->elements;
    BS_HEAP_ORDER();
    vector->class_ = cls;
    return vector;
}

void *bs_new_array(const bs_class *cls, int32_t length)
{
    if (length < 0)
        BS_RAISE(BS_ERROR_LENGTH, BS_SITE_NONE);
    if (cls->kind == BS_KIND_ARRAY)
        return take_zeroed_array(cls, (uint32_t)length);
    bs_array *elements = length == 0 ? 0 : take_zeroed_array(element_classes[cls->element], (uint32_t)length);
    return take_vector(cls, elements);
}

void *bs_array_copy(const void *array)
{
    const bs_array *source = array;
    const bs_class *cls = source->class_;
    uint32_t length = source->length;
    if (cls->kind == BS_KIND_ARRAY) {
        bs_array *copy = take_array(cls, length);
        memcpy(copy->elements, source->elements, elements_size(cls, length));
        return copy;
    }
    bs_array *elements = 0;
    if (length != 0) {
        elements = take_array(element_classes[cls->element], length);
        memcpy(elements->elements, ((const bs_vector *)array)->elements, elements_size(cls, length));
    }
    return take_vector(cls, elements);
}

/* A capacity of at least `wanted` whose array fills its cell. */
static uint32_t round_capacity(const bs_class *cls, uint32_t wanted)
{
    uint32_t element_size = bs_array_element_size(cls->element);
    return (bs_array_size(cls->element, wanted) - sizeof(bs_array)) / element_size;
}

/* Room for half as much again, or if the heap has none left for that, for a few elements more. */
void *bs_vector_grow(void *array)
{
    bs_vector *vector = array;
    uint32_t capacity = vector->capacity;
    if (vector->length < capacity)
        return vector->elements;
    const bs_class *cls = vector->class_;
    uint32_t new_capacity = round_capacity(cls, capacity + capacity / 2 + 4);
    bs_array *elements = allocate_array(element_classes[cls->element], new_capacity);
    if (elements == 0) {
        new_capacity = round_capacity(cls, capacity + 1);
        elements = take_array(element_classes[cls->element], new_capacity);
    }
    uint32_t used = elements_size(cls, capacity);
    memcpy(elements->elements, vector->elements, used);
    memset(elements->elements + used, 0, elements_size(cls, new_capacity) - used);
    vector->elements = elements->elements;
    vector->capacity = new_capacity;
    return elements->elements;
}

void bs_vector_shift(void *array)
{
    bs_vector *vector = array;
    uint8_t *elements = vector->elements;
    uint32_t element_size = bs_array_element_size(vector->class_->element);
    uint32_t rest = (vector->length - 1) * element_size;
    memmove(elements, elements + element_size, rest);
    memset(elements + rest, 0, element_size);
    vector->length--;
}

void bs_vector_unshift(void *array)
{
    bs_vector *vector = array;
    uint8_t *elements = bs_vector_grow(vector);
    uint32_t element_size = bs_array_element_size(vector->class_->element);
    memmove(elements + element_size, elements, vector->length * element_size);
    vector->length++;
}
