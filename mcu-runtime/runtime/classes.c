/* The class records of built-in kinds and a few strings. They live in flash; the host knows them by their symbols. */
#include "bs_object.h"

#define CLASS __attribute__((aligned(8))) const bs_class

#define TEXT(symbol, text)                                                                     \
    const struct {                                                                             \
        const bs_class *class_;                                                                \
        unsigned int length;                                                                   \
        char bytes[sizeof text];                                                               \
    } symbol __attribute__((aligned(8))) = {&bs_class_string, sizeof text - 1, text}

TEXT(bs_string_empty, "");
TEXT(bs_string_true, "true");
TEXT(bs_string_false, "false");

#define NAME(symbol, text) static TEXT(symbol, text)

NAME(name_string, "string");
NAME(name_integers, "integer[]");
NAME(name_floats, "float[]");
NAME(name_booleans, "boolean[]");
NAME(name_uint8, "Uint8Array");
NAME(name_array, "Array");
NAME(name_any, "any[]");
NAME(name_cell, "variable");
NAME(name_integer, "integer");
NAME(name_float, "float");

#define AS_NAME(symbol) (const bs_string *)&symbol

CLASS bs_class_string = {.kind = BS_KIND_STRING, .name = AS_NAME(name_string)};

#define ARRAY(symbol, what, text)                                                                    \
    CLASS bs_class_array_##symbol = {.kind = BS_KIND_ARRAY, .element = what, .name = AS_NAME(text)}

ARRAY(integer, BS_ELEMENT_INTEGER, name_integers);
ARRAY(float, BS_ELEMENT_FLOAT, name_floats);
ARRAY(boolean, BS_ELEMENT_BOOLEAN, name_booleans);
ARRAY(uint8, BS_ELEMENT_UINT8, name_uint8);
ARRAY(reference, BS_ELEMENT_REFERENCE, name_array);
ARRAY(tagged, BS_ELEMENT_TAGGED, name_any);

#define VECTOR(symbol, what, text)                                                                            \
    CLASS bs_class_vector_##symbol = {                                                                        \
        .kind = BS_KIND_VECTOR, .element = what, .size = sizeof(bs_vector), .name = AS_NAME(text)}

VECTOR(integer, BS_ELEMENT_INTEGER, name_integers);
VECTOR(float, BS_ELEMENT_FLOAT, name_floats);
VECTOR(boolean, BS_ELEMENT_BOOLEAN, name_booleans);
VECTOR(reference, BS_ELEMENT_REFERENCE, name_array);
VECTOR(tagged, BS_ELEMENT_TAGGED, name_any);

CLASS bs_class_cell_reference = {
    .kind = BS_KIND_OBJECT, .size = sizeof(bs_cell), .references = 1, .name = AS_NAME(name_cell)};
CLASS bs_class_cell_tagged = {
    .kind = BS_KIND_OBJECT, .size = sizeof(bs_cell), .tagged = 1, .name = AS_NAME(name_cell)};
CLASS bs_class_cell_plain = {.kind = BS_KIND_OBJECT, .size = sizeof(bs_cell), .name = AS_NAME(name_cell)};

CLASS bs_class_box_integer = {.kind = BS_KIND_OBJECT, .size = sizeof(bs_box), .name = AS_NAME(name_integer)};
CLASS bs_class_box_float = {.kind = BS_KIND_OBJECT, .size = sizeof(bs_box), .name = AS_NAME(name_float)};
