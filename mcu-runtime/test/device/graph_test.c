/*
 * Random programs on the heap against a model: objects of every kind are made, linked and dropped; after
 * each collection everything the model says is reachable must be where and what it was, and the heap must
 * be as documented.
 */
#include <stdlib.h>
#include <string.h>

#include "bs_runtime.h"
#include "bs_word.h"
#include "check.h"
#include "device.h"
#include "heap_check.h"

#define ROOTS 24
#define MOST_OBJECTS 6000
#define MOST_FIELDS 40
#define NOTHING (-1)
#define LARGE_WORDS 48

static const struct {
    const bs_class *class_;
    unsigned int length;
    char bytes[8];
} test_name = {&bs_class_string, 4, "Test"};
#define NAME (const bs_string *)&test_name

/* word 1 number, 2 and 3 references, 4 payload, 5 tagged */
static const bs_class class_node __attribute__((aligned(8))) = {
    .kind = BS_KIND_OBJECT, .size = 24, .references = 6, .tagged = 16, .name = NAME};
/* word 1 code, 2 reference, 3 number */
static const bs_class class_closure __attribute__((aligned(8))) = {
    .kind = BS_KIND_CLOSURE, .size = 16, .references = 2, .name = NAME};

static const uint8_t large_reference_words[] = {5, 32, 33, 40, 47};
static const uint32_t large_references[2] = {1u << 4 | 1u << 31, 1u << 0 | 1u << 7 | 1u << 14};
static const uint32_t large_tagged[2] = {0, 1u << 1}; /* word 34 */
static bs_class class_large __attribute__((aligned(8))) = {.kind = BS_KIND_LARGE, .size = LARGE_WORDS * 4, .name = NAME};

enum shape { NODE, CLOSURE, LARGE, ARRAY, VECTOR, STRING, INTEGERS, SHAPES };

typedef struct model {
    bool used, reached;
    enum shape shape;
    uint32_t *address;
    int32_t count;               /* of fields; of characters or elements */
    int32_t fields[MOST_FIELDS]; /* what each reference refers to */
} model;

static model objects[MOST_OBJECTS];
static int32_t work[MOST_OBJECTS];
static int32_t reached_count;
static void *roots[ROOTS];
static int32_t root_objects[ROOTS];
static const bs_root_range ranges[] = {{roots, 10}, {roots + 10, ROOTS - 10}, {0, 0}};
static uint32_t state = 12345;

static uint32_t random_below(uint32_t bound)
{
    return next_word(&state) % bound;
}

static void reach(int32_t object)
{
    if (object == NOTHING || objects[object].reached)
        return;
    objects[object].reached = true;
    work[reached_count++] = object;
}

/* Lists everything reachable in `work`; the rest of the model is forgotten. */
static void reach_all(void)
{
    for (int32_t i = 0; i < MOST_OBJECTS; i++)
        objects[i].reached = false;
    reached_count = 0;
    for (int32_t i = 0; i < ROOTS; i++)
        reach(root_objects[i]);
    for (int32_t i = 0; i < reached_count; i++) {
        const model *object = &objects[work[i]];
        if (object->shape != STRING && object->shape != INTEGERS)
            for (int32_t field = 0; field < object->count; field++)
                reach(object->fields[field]);
    }
    for (int32_t i = 0; i < MOST_OBJECTS; i++)
        objects[i].used = objects[i].reached;
}

static uint32_t address_of(int32_t object)
{
    return object == NOTHING ? 0 : (uint32_t)objects[object].address;
}

/* The word in memory that holds field `field`. */
static uint32_t *field_word(const model *object, int32_t field)
{
    switch (object->shape) {
    case NODE:
        return object->address + (field == 2 ? 5 : 2 + field);
    case CLOSURE:
        return object->address + 2;
    case LARGE:
        return object->address + (field == 5 ? 34 : large_reference_words[field]);
    case ARRAY:
        return (uint32_t *)((bs_array_reference *)object->address)->elements + field;
    default:
        return (uint32_t *)((bs_vector_reference *)object->address)->elements + field;
    }
}

static bool is_tagged(const model *object, int32_t field)
{
    return (object->shape == NODE && field == 2) || (object->shape == LARGE && field == 5);
}

static void set_field(int32_t index, int32_t field, int32_t to)
{
    model *object = &objects[index];
    object->fields[field] = to;
    *field_word(object, field) = address_of(to) + (is_tagged(object, field) ? BS_WORD_TAG_POINTER : 0);
}

static void check_object(const char *where, int32_t index)
{
    const model *object = &objects[index];
    const uint32_t *words = object->address;
    switch (object->shape) {
    case NODE:
        CHECK(words[0] == (uint32_t)&class_node && words[1] == (uint32_t)index && words[4] == ~(uint32_t)index, "%s", where);
        break;
    case CLOSURE:
        CHECK(words[0] == (uint32_t)&class_closure && words[3] == (uint32_t)index, "%s", where);
        break;
    case LARGE:
        CHECK(words[0] == (uint32_t)&class_large && words[1] == (uint32_t)index, "%s", where);
        break;
    case ARRAY:
        CHECK(words[0] == (uint32_t)&bs_class_array_reference && words[1] == (uint32_t)object->count, "%s", where);
        break;
    case VECTOR:
        CHECK(words[0] == (uint32_t)&bs_class_vector_reference && words[1] == (uint32_t)object->count, "%s", where);
        for (uint32_t i = words[1]; i < words[3]; i++)
            CHECK(((uint32_t *)words[2])[i] == 0, "%s: not zero behind the length", where);
        break;
    case STRING: {
        const bs_string *string = (const bs_string *)words;
        CHECK(string->class_ == &bs_class_string && string->length == (unsigned)object->count, "%s", where);
        for (int32_t i = 0; i < object->count; i++)
            CHECK(string->bytes[i] == (char)(index + i), "%s", where);
        CHECK(string->bytes[object->count] == 0, "%s", where);
        return;
    }
    default: {
        const bs_array_integer *array = (const bs_array_integer *)words;
        CHECK(array->class_ == &bs_class_array_integer && array->length == (unsigned)object->count, "%s: class 0x%lx length %lu for %ld at %p", where, (unsigned long)array->class_, (unsigned long)array->length, (long)object->count, (void *)array);
        for (int32_t i = 0; i < object->count; i++)
            CHECK(array->elements[i] == index * 1000 + i, "%s", where);
        return;
    }
    }
    for (int32_t field = 0; field < object->count; field++)
        CHECK(*field_word(object, field) == address_of(object->fields[field]) + (is_tagged(object, field) ? 4 : 0),
              "%s: field %ld of object %ld", where, (long)field, (long)index);
}

static void check_graph(const char *where)
{
    reach_all();
    for (int32_t i = 0; i < reached_count; i++)
        check_object(where, work[i]);
    check_heap(where);
}

static int32_t unused_object(void)
{
    for (int32_t i = 0; i < MOST_OBJECTS; i++)
        if (!objects[i].used)
            return i;
    abort();
}

static int32_t any_reachable(void)
{
    int32_t at = root_objects[random_below(ROOTS)];
    for (uint32_t steps = random_below(12); steps > 0 && at != NOTHING; steps--) {
        const model *object = &objects[at];
        if (object->shape == STRING || object->shape == INTEGERS || object->count == 0)
            break;
        int32_t next = object->fields[random_below((uint32_t)object->count)];
        if (next == NOTHING)
            break;
        at = next;
    }
    return at;
}

static void fill(int32_t index)
{
    model *object = &objects[index];
    uint32_t *words = object->address;
    switch (object->shape) {
    case NODE:
        object->count = 3;
        words[1] = (uint32_t)index;
        words[4] = ~(uint32_t)index;
        break;
    case CLOSURE:
        object->count = 1;
        words[1] = address_of(any_reachable()) + 1; /* code is no reference, whatever it looks like */
        words[3] = (uint32_t)index;
        break;
    case LARGE:
        object->count = 6;
        words[1] = (uint32_t)index;
        break;
    case STRING:
        for (int32_t i = 0; i < object->count; i++)
            ((bs_string *)words)->bytes[i] = (char)(index + i);
        return;
    case INTEGERS:
        for (int32_t i = 0; i < object->count; i++)
            ((bs_array_integer *)words)->elements[i] = index * 1000 + i;
        return;
    default:
        break;
    }
    for (int32_t field = 0; field < object->count; field++)
        set_field(index, field, random_below(3) == 0 ? NOTHING : any_reachable());
}

static char letters[200];

static void *allocate(enum shape shape, int32_t *count)
{
    *count = (int32_t)random_below(random_below(8) == 0 ? MOST_FIELDS : 6);
    switch (shape) {
    case NODE:
        return bs_new_object(&class_node);
    case CLOSURE:
        return bs_new_object(&class_closure);
    case LARGE:
        return bs_new_object(&class_large);
    case ARRAY:
        return bs_new_array(&bs_class_array_reference, *count);
    case VECTOR:
        return bs_new_array(&bs_class_vector_reference, *count);
    case STRING: {
        *count += 1;
        bs_string *whole = (bs_string *)letters;
        whole->class_ = &bs_class_string;
        whole->length = 150;
        return bs_string_substring(whole, 0, *count);
    }
    default:
        *count = (int32_t)random_below(random_below(8) == 0 ? 200 : 10);
        return bs_new_array(&bs_class_array_integer, *count);
    }
}

static void make(void *unused)
{
    (void)unused;
    enum shape shape = random_below(SHAPES);
    int32_t count;
    uint32_t *address = allocate(shape, &count);
    int32_t index = unused_object();
    objects[index] = (model){.used = true, .shape = shape, .address = address, .count = count};
    fill(index);
    int32_t holder = any_reachable();
    if (random_below(3) != 0 && holder != NOTHING && objects[holder].count != 0 && objects[holder].shape != STRING
        && objects[holder].shape != INTEGERS) {
        set_field(holder, (int32_t)random_below((uint32_t)objects[holder].count), index);
    } else {
        uint32_t root = random_below(ROOTS);
        roots[root] = address;
        root_objects[root] = index;
    }
}

static void change_vector(int32_t index)
{
    model *object = &objects[index];
    bs_vector_reference *vector = (bs_vector_reference *)object->address;
    int32_t element = any_reachable();
    if (object->count < MOST_FIELDS && random_below(4) != 0) {
        if (random_below(3) == 0) {
            bs_vector_unshift(vector);
            memmove(object->fields + 1, object->fields, (size_t)object->count * sizeof *object->fields);
            object->count++;
            set_field(index, 0, element);
        } else {
            bs_vector_grow(vector);
            vector->length++;
            object->count++;
            set_field(index, object->count - 1, element);
        }
    } else if (object->count != 0) {
        bs_vector_shift(vector);
        object->count--;
        memmove(object->fields, object->fields + 1, (size_t)object->count * sizeof *object->fields);
    }
}

static void change(void *unused)
{
    (void)unused;
    int32_t index = any_reachable();
    if (index == NOTHING || objects[index].shape == STRING || objects[index].shape == INTEGERS)
        return;
    if (objects[index].shape == VECTOR)
        change_vector(index);
    else if (objects[index].count != 0)
        set_field(index, (int32_t)random_below((uint32_t)objects[index].count), any_reachable());
}

static void drop(uint32_t root)
{
    roots[root] = 0;
    root_objects[root] = NOTHING;
}

static void run(uint32_t heap_size, uint32_t steps)
{
    fresh_heap(heap_size, ranges);
    memset(objects, 0, sizeof objects);
    for (uint32_t i = 0; i < ROOTS; i++)
        drop(i);
    uint32_t collections = 0;
    uint32_t failures = 0;
    for (uint32_t step = 0; step < steps; step++) {
        uint32_t what = random_below(100);
        int32_t error = NO_ERROR;
        if (what < 60)
            error = error_of(make, 0);
        else if (what < 97)
            error = error_of(change, 0);
        else if (what < 99)
            drop(random_below(ROOTS));
        else if (random_below(8) == 0)
            bs_collect();
        if (error != NO_ERROR) {
            CHECK(error == BS_ERROR_MEMORY, "error %ld", (long)error);
            failures++;
            for (uint32_t i = 0; i < ROOTS; i += 2)
                drop(i);
        }
        if (bs_heap.collections != collections || error != NO_ERROR || step % 200 == 0) {
            collections = bs_heap.collections;
            check_graph("graph");
        }
    }
    check_graph("end");
    if (steps >= 1000)
        printf("heap of %lu: %lu collections, %lu times out of memory, %ld objects reachable at the end\n",
               (unsigned long)heap_size, (unsigned long)bs_heap.collections, (unsigned long)failures, (long)reached_count);
}

int main(void)
{
    class_large.references = (uint32_t)large_references;
    class_large.tagged = (uint32_t)large_tagged;
#ifdef BS_STRESS
    run(2000, 1000);
    run(16 * 1024, 1500);
#else
    for (uint32_t size = 512; size <= 2048; size += 8)
        run(size, 100);
    run(4096, 5000);
    run(16 * 1024, 20000);
    run(104 * 1024, 60000);
#endif
    return check_result("graph");
}
