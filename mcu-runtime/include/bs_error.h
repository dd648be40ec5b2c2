/*
 * Errors: how the program catches what it throws and what the runtime raises.
 *
 * A body that may be left by an error is a function of its own, called by bs_try. That pushes a handler record and links it from
 * bs_handlers, so records form a list from the newest to the oldest, and lie on the stack in that order. bs_throw takes the
 * newest record off the list and restores from the stack what bs_try has saved there: it returns a second time, with the error. For a
 * trap or a fault the firmware does the same: it resumes the program at the record's code, which makes an object of the error.
 * Nobody catches an interruption by the host. A `try` costs about twenty instructions, an operation that may fail none.
 *
 * The Java twin is org.bluescript.language.shadow.ErrorLayout; a test compares the two.
 */
#ifndef BS_ERROR_H
#define BS_ERROR_H

#include "bs_object.h"
#include "bs_trap.h"

/* An instance of the built-in class Error: subclasses begin with it. */
typedef struct bs_error_object {
    const bs_class *class_;
    const bs_string *name;
    const bs_string *message;
    uint32_t origin; /* what raised it and where; 0 if it was never thrown */
} bs_error_object;

/* An origin: enum bs_error in the upper bits, then the lower bits of an address in the program's own code: of the instruction
 * that failed, if it is even; else a return address, of the call that did not return. 0: the place is not known. */
#define BS_ORIGIN_PLACE_BITS 27
#define BS_ORIGIN_PLACE ((1u << BS_ORIGIN_PLACE_BITS) - 1)

#define BS_ERROR_KINDS 19

/* Laid out by the host, as bs_errors, for programs that catch errors. */
typedef struct bs_error_table {
    uint32_t code_base; /* the program's own code; that of libraries is behind it */
    uint32_t code_end;
    bs_error_object out_of_memory;  /* the error if there is no memory to make one */
    bs_error_object kinds[BS_ERROR_KINDS]; /* by number: what an error looks like when it has been made; without class: none */
} bs_error_table;

extern bs_error_table bs_errors;

/* On the stack, above it what bs_try has saved. */
typedef struct bs_handler {
    uint32_t code; /* without bit 0: where the firmware resumes the program, with r12 = the record and what is known of the error in r0 to r3 */
    struct bs_handler *previous;
} bs_handler;

/* The newest record, or 0. 0 when a program is called. The program may write here: the firmware trusts no record. */
extern bs_handler *bs_handlers;

#endif
