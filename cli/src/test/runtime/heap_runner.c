/*
 * Performs lists of heap operations on the device: the twin of org.bluescript.cli.interchange.HostSide.
 *
 * It is built together with the runtime's own sources (heap.c, array.c, string.c, memory.c and, included here,
 * collect.c) and has a heap state of its own. Two things differ from the firmware. A run-time error does not end
 * the program (heap_runner.h). And something else stands in for the native stack. There, stale words could keep
 * objects alive, by chance and differently from build to build; here the collector is shown one word, with the
 * array that an operation has made and not yet stored. So every root is exact, and both sides must agree on every
 * byte.
 */
#define bs_collect bs_collect_from_stack
#include "collect.c"
#undef bs_collect

#include "bs_inline.h"
#include "text.h"

enum code {
    OBJECT = 1,  /* roots[a] = new instance of classes[b] */
    CELL = 2,    /* the same, of c bytes, as emitted code does it in line */
    ARRAY = 3,   /* roots[a] = new array of classes[b], c elements */
    STRING = 4,  /* roots[a] = new string of c bytes, each b */
    COPY = 5,    /* roots[a] = copy of the array roots[b] */
    PUSH = 6,    /* append value c to the growable array roots[a] */
    SHIFT = 7,   /* remove the first element of the growable array roots[a] */
    UNSHIFT = 8, /* put value c before the elements of the growable array roots[a] */
    STORE = 9,   /* value c into roots[a] at offset b, with ELEMENTS into the elements of a growable array */
    LOAD = 10,   /* roots[a] = the reference in roots[b] at offset c */
    DROP = 11,   /* roots[a] = 0 */
    COLLECT = 12,
};

/* What a value is. */
enum value {
    WORD = 0,      /* the word itself */
    BYTE = 1,      /* its low byte */
    REFERENCE = 2, /* roots[c] */
    TAGGED = 3,    /* roots[c] as a value of type any */
};

#define ELEMENTS 0x8000u

typedef struct operation {
    uint8_t code_and_value; /* the code, and the value times 16 */
    uint8_t a;
    uint16_t b;
    uint32_t c;
} operation;

/* What the operations work with. */
typedef struct site {
    uint8_t **roots;
    const bs_class **classes;
    uint8_t *failed; /* by operation, whether it raised an error */
} site;

volatile uint32_t bs_critical;
volatile uint32_t bs_stop_pending;
uint32_t bs_runner_held[1]; /* bs_program_stack_top is its end */
void *bs_runner_escape[5];
static uint8_t **roots;
static const bs_class **classes;

void bs_collect(void)
{
    collect_from(bs_runner_held);
}

/* Linked in the place of bs_heap_allocate where other files call it: there, only arrays are made with it. */
void *__real_bs_heap_allocate(uint32_t size);
void *__wrap_bs_heap_allocate(uint32_t size);
void *__wrap_bs_heap_allocate(uint32_t size)
{
    void *cell = __real_bs_heap_allocate(size);
    bs_runner_held[0] = (uint32_t)cell + 4; /* not its start, which would keep the cell before it alive as well */
    return cell;
}

static void store(uint8_t *place, uint32_t value, uint32_t c)
{
    switch (value) {
    case WORD:
        *(uint32_t *)place = c;
        break;
    case BYTE:
        *place = (uint8_t)c;
        break;
    case REFERENCE:
        *(uint8_t **)place = roots[c];
        break;
    default:
        *(uint8_t **)place = roots[c] + BS_WORD_TAG_POINTER;
        break;
    }
}

static uint8_t *element(void *vector, uint32_t index)
{
    bs_vector *v = vector;
    return (uint8_t *)v->elements + index * bs_array_element_size(v->class_->element);
}

static void *cell(const bs_class *cls, uint32_t size)
{
    uint32_t *words = bs_allocate(cls, size);
    for (uint32_t i = 1; i < size / 4; i++)
        words[i] = 0;
    return words;
}

static void *string(uint32_t length, uint32_t byte)
{
    bs_string *s = bs_new_string(length);
    for (uint32_t i = 0; i < length; i++)
        s->bytes[i] = (char)byte;
    return s;
}

static void perform(const operation *o)
{
    bs_vector *vector = (bs_vector *)roots[o->a];
    uint32_t value = o->code_and_value >> 4;
    switch (o->code_and_value & 15) {
    case OBJECT:
        roots[o->a] = bs_new_object(classes[o->b]);
        break;
    case CELL:
        roots[o->a] = cell(classes[o->b], o->c);
        break;
    case ARRAY:
        roots[o->a] = bs_new_array(classes[o->b], (int32_t)o->c);
        break;
    case STRING:
        roots[o->a] = string(o->c, o->b);
        break;
    case COPY:
        roots[o->a] = bs_array_copy(roots[o->b]);
        break;
    case PUSH:
        bs_vector_grow(vector);
        store(element(vector, vector->length++), value, o->c);
        break;
    case SHIFT:
        bs_vector_shift(vector);
        break;
    case UNSHIFT:
        bs_vector_unshift(vector);
        store(element(vector, 0), value, o->c);
        break;
    case STORE:
        store((o->b & ELEMENTS ? (uint8_t *)vector->elements : roots[o->a]) + (o->b & ~ELEMENTS), value, o->c);
        break;
    case LOAD:
        roots[o->a] = *(uint8_t **)(roots[o->b] + o->c);
        break;
    case DROP:
        roots[o->a] = 0;
        break;
    default:
        bs_collect();
        break;
    }
}

/* Makes [base, end) a new heap. */
void bs_runner_initialize(uint8_t *base, uint8_t *end, uint32_t *starts, const bs_root_range *table);
void bs_runner_initialize(uint8_t *base, uint8_t *end, uint32_t *starts, const bs_root_range *table)
{
    bs_heap_initialize(base, end, starts, table);
}

/* Performs `count` operations. */
void bs_runner_run(const operation *operations, uint32_t count, const site *where);
void bs_runner_run(const operation *operations, uint32_t count, const site *where)
{
    static volatile uint32_t at;
    bs_critical = 0;
    roots = where->roots;
    classes = where->classes;
    for (at = 0; at < count; at++) {
        bs_runner_held[0] = 0;
        where->failed[at] = 1;
        if (__builtin_setjmp(bs_runner_escape) == 0) {
            perform(&operations[at]);
            where->failed[at] = 0;
        }
    }
}
