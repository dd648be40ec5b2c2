/*
 * The layout of everything that lives in data memory: class records, objects, strings, arrays, closures.
 *
 * These layouts are a contract with the host, which builds constant data in the same form and reads
 * and writes the heap byte for byte. The Java twin is org.bluescript.language.shadow.ObjectLayout; a
 * test compares the two.
 *
 * Every object starts with one word: the address of its class record. The two low bits of that word
 * are always 0 outside a collection; the collector uses bit 0 as the mark. A free heap cell has bit 1
 * set (see bs_heap.h). Objects are 8-byte aligned and occupy a multiple of 8 bytes.
 */
#ifndef BS_OBJECT_H
#define BS_OBJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "bs_word.h"

/* How the collector and the printer treat an instance. */
enum bs_kind {
    BS_KIND_OBJECT = 0,  /* fixed size; `references` and `tagged` are bitmaps of the first 32 words after the header */
    BS_KIND_LARGE = 1,   /* fixed size; `references` and `tagged` are addresses of bitmaps, ceil(words/32) words each */
    BS_KIND_STRING = 2,  /* bs_string */
    BS_KIND_ARRAY = 3,   /* bs_array: elements inline */
    BS_KIND_VECTOR = 4,  /* bs_vector: growable, elements in a separate bs_array */
    BS_KIND_CLOSURE = 5, /* as BS_KIND_OBJECT; the first field is the code address */
    BS_KIND_LARGE_CLOSURE = 6, /* as BS_KIND_LARGE; else as BS_KIND_CLOSURE. No other kind is beyond these two */
};

/* What one element of an array is. */
enum bs_element {
    BS_ELEMENT_NONE = 0,
    BS_ELEMENT_INTEGER = 1,   /* int32_t */
    BS_ELEMENT_FLOAT = 2,     /* binary32 */
    BS_ELEMENT_BOOLEAN = 3,   /* one byte, 0 or 1 */
    BS_ELEMENT_UINT8 = 4,     /* Uint8Array */
    BS_ELEMENT_INT8 = 5,      /* Int8Array, and so on: arrays of fixed length whose records the host lays out */
    BS_ELEMENT_INT16 = 6,
    BS_ELEMENT_UINT16 = 7,
    BS_ELEMENT_INT32 = 8,
    BS_ELEMENT_FLOAT32 = 9,
    BS_ELEMENT_REFERENCE = 10, /* address of an object, or 0 for null; from here on the collector looks into arrays */
    BS_ELEMENT_TAGGED = 11,    /* a word of type `any`, see bs_word.h */
};

/* In the place of the element, of a closure: it takes as many arguments, or more. */
#define BS_MOST_PARAMETERS 15

/* In the place of the element: the class is Error or extends it, its instances begin as bs_error_object. */
#define BS_CLASS_ERROR 255

typedef struct bs_string bs_string;

/* How a word of type `any` shows that it holds a value of a type. */
enum bs_type_test {
    BS_TEST_NULL = 0,
    BS_TEST_EXACTLY = 1,   /* an object with the class record at `value` */
    BS_TEST_INSTANCE = 2,  /* an instance of a class whose number is from `value` & 0xffff to `value` >> 16 */
    BS_TEST_ARRAY = 3,     /* an array that can be seen as an any[] */
    BS_TEST_SIGNATURE = 4, /* a function whose signature has the number `value` */
    BS_TEST_INTEGER = 5,
    BS_TEST_NUMBER = 6,    /* an integer or a float */
    BS_TEST_BOOLEAN = 7,
};

/* The tests of which one is met by every value of a type. */
typedef struct bs_type_tests {
    const bs_string *type; /* its text, for errors */
    uint32_t count;
    struct {
        uint32_t test; /* enum bs_type_test */
        uint32_t value;
    } tests[];
} bs_type_tests;

/* By twice the kind of element: the logarithm of its bytes. */
#define BS_ELEMENT_SHIFTS                                                                              \
    (2u << 2 * BS_ELEMENT_INTEGER | 2u << 2 * BS_ELEMENT_FLOAT | 2u << 2 * BS_ELEMENT_REFERENCE |      \
     2u << 2 * BS_ELEMENT_TAGGED | 1u << 2 * BS_ELEMENT_INT16 | 1u << 2 * BS_ELEMENT_UINT16 |          \
     2u << 2 * BS_ELEMENT_INT32 | 2u << 2 * BS_ELEMENT_FLOAT32)

/* Whether arrays of such elements are typed arrays: of fixed length, and never seen as any[]. */
static inline bool bs_element_is_typed(uint32_t element)
{
    return element - BS_ELEMENT_UINT8 <= (uint32_t)(BS_ELEMENT_FLOAT32 - BS_ELEMENT_UINT8);
}

/* A class record. 8-byte aligned. Never moves, never collected. 20 bytes, then the method table. */
typedef struct bs_class {
    uint8_t kind;          /* enum bs_kind */
    uint8_t element;       /* enum bs_element of arrays and vectors; of closures how many arguments they take,
                            * at most BS_MOST_PARAMETERS; else BS_ELEMENT_NONE */
    uint16_t size;         /* fixed-size kinds: bytes of an instance, header included, a multiple of 8; else 0 */
    uint16_t id;           /* preorder number in the class tree; of closures the number of the signature; else 0 */
    uint16_t last_id;      /* the greatest id among this class and its subclasses */
    uint32_t references;   /* bit i: word i + 1 of an instance holds the address of an object, or 0;
                            * of arrays laid out by the host the address of the bs_type_tests of the elements */
    uint32_t tagged;       /* bit i: word i + 1 of an instance holds a word of type `any` */
    const bs_string *name; /* what [object NAME] prints */
    void (*methods[])(void);
} bs_class;

/*
 * The first word of every object. Lengths are `unsigned int`, elements of integer arrays `int32_t`
 * (a `long` on this target): the C compiler then knows that storing an element changes no length.
 */
typedef struct bs_object {
    const bs_class *class_;
} bs_object;

/* `length` bytes of UTF-8, then one 0 byte that does not count. */
struct bs_string {
    const bs_class *class_;
    unsigned int length;
    char bytes[];
};

/* An array that never grows: the elements follow. */
#define BS_ARRAY_OF(type)       \
    {                           \
        const bs_class *class_; \
        unsigned int length;    \
        type elements[];        \
    }

/* A growable array: `elements` is 0 or points at the elements of a bs_array of `capacity` elements,
 * of which those from `length` on are zero bytes. */
#define BS_VECTOR_OF(type)      \
    {                           \
        const bs_class *class_; \
        unsigned int length;    \
        type *elements;         \
        unsigned int capacity;  \
    }

typedef struct bs_array BS_ARRAY_OF(uint8_t) bs_array; /* any inline array: header and length are the same for all */
typedef struct bs_vector BS_VECTOR_OF(void) bs_vector;

typedef struct bs_array_integer BS_ARRAY_OF(int32_t) bs_array_integer;
typedef struct bs_array_float BS_ARRAY_OF(float) bs_array_float;
typedef struct bs_array_boolean BS_ARRAY_OF(bool) bs_array_boolean;
typedef struct bs_array_uint8 BS_ARRAY_OF(uint8_t) bs_array_uint8;
typedef struct bs_array_int8 BS_ARRAY_OF(int8_t) bs_array_int8;
typedef struct bs_array_int16 BS_ARRAY_OF(int16_t) bs_array_int16;
typedef struct bs_array_uint16 BS_ARRAY_OF(uint16_t) bs_array_uint16;
typedef struct bs_array_int32 BS_ARRAY_OF(int32_t) bs_array_int32;
typedef struct bs_array_float32 BS_ARRAY_OF(float) bs_array_float32;
typedef struct bs_array_reference BS_ARRAY_OF(void *) bs_array_reference;
typedef struct bs_array_tagged BS_ARRAY_OF(bs_word) bs_array_tagged;

typedef struct bs_vector_integer BS_VECTOR_OF(int32_t) bs_vector_integer;
typedef struct bs_vector_float BS_VECTOR_OF(float) bs_vector_float;
typedef struct bs_vector_boolean BS_VECTOR_OF(bool) bs_vector_boolean;
typedef struct bs_vector_reference BS_VECTOR_OF(void *) bs_vector_reference;
typedef struct bs_vector_tagged BS_VECTOR_OF(bs_word) bs_vector_tagged;

/* A function value: the code takes the closure itself as its first argument. Captured values follow. */
typedef struct bs_closure {
    const bs_class *class_;
    void (*code)(void);
} bs_closure;

/* A variable that closures share. */
typedef struct bs_cell {
    const bs_class *class_;
    union {
        int32_t integer;
        float number;
        bool boolean;
        void *reference;
        bs_word tagged;
    } value;
} bs_cell;

/* A number that does not fit into a word of type `any`: an integer of more than 29 bits, or a float of
 * magnitude 2^65 or more. Never written again. */
typedef struct bs_box {
    const bs_class *class_;
    union {
        int32_t integer;
        float number;
    } value;
} bs_box;

/*
 * Built-in class records, in flash. The host takes their addresses from the firmware's symbol table.
 * Program classes and array classes with reference elements are laid out by the host in data memory
 * (an array of references needs a class of its own when the program can ask for its element type).
 */
extern const bs_class bs_class_string;
extern const bs_class bs_class_array_integer, bs_class_array_float, bs_class_array_boolean,
    bs_class_array_uint8, bs_class_array_reference, bs_class_array_tagged;
extern const bs_class bs_class_vector_integer, bs_class_vector_float, bs_class_vector_boolean,
    bs_class_vector_reference, bs_class_vector_tagged;
extern const bs_class bs_class_cell_reference; /* bs_cell whose value is a reference */
extern const bs_class bs_class_cell_tagged;    /* bs_cell whose value is a word of type `any` */
extern const bs_class bs_class_cell_plain;     /* any other bs_cell */
extern const bs_class bs_class_box_integer, bs_class_box_float;

#endif
