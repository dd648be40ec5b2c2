/*
 * Run-time errors. Compiled code raises one with a single undefined instruction, `udf.w #imm16`
 * (ARMv7-M ARM, A7.7.194): it costs nothing until it is reached, keeps every register, and lets the
 * firmware report the exact program counter. The upper 4 bits of the immediate say what went wrong;
 * the lower 12 number the site, so that the C compiler cannot merge two sites into one. The host maps
 * the program counter and the site back to the source.
 */
#ifndef BS_TRAP_H
#define BS_TRAP_H

enum bs_error {
    BS_ERROR_INDEX = 0,           /* index out of range */
    BS_ERROR_DIVISION = 1,        /* division by zero */
    BS_ERROR_TYPE = 2,            /* a checked cast failed */
    BS_ERROR_ASSERT = 3,          /* assert(false); the message, if any, has been sent before */
    BS_ERROR_MEMORY = 4,          /* out of memory */
    BS_ERROR_LENGTH = 5,          /* negative or too great array or string length */
    BS_ERROR_EXPONENT = 6,        /* negative exponent of integers */
    BS_ERROR_EMPTY = 7,           /* pop or shift of an empty array */
    BS_ERROR_THROWN = 8,          /* thrown by the program and not caught: r0 has the Error */
    BS_ERROR_NULL_VALUE = 9,      /* null where the program says that there is none */
    /* Raised by the firmware, never by an instruction: */
    BS_ERROR_STACK = 16,          /* stack overflow: the guard below the stack was touched */
    BS_ERROR_NULL = 17,           /* null dereference: an access in the first 64 KiB */
    BS_ERROR_FAULT = 18,          /* any other fault: bad address, undefined instruction, … */
    BS_ERROR_INTERRUPTED = 19,    /* the host asked */
};

#define BS_SITE_BITS 12
#define BS_SITE_NONE 0xfffu /* raised inside the runtime: the site is the caller's call */

/* Ends the program with the error, or goes to the handler of a program that has one. Both arguments are compile-time constants.
 * What the C compiler has not yet stored in memory may be lost: only for programs that catch nothing. */
#define BS_TRAP(error, site)                                                                             \
    do {                                                                                                 \
        __asm__ volatile("udf.w %0" : : "i"(((error) << BS_SITE_BITS) | ((site) & BS_SITE_NONE)));       \
        __builtin_unreachable();                                                                         \
    } while (0)

/* The same, for code whose program may catch the error: memory is then as the program's order says. */
#define BS_RAISE(error, site)                                                                            \
    do {                                                                                                 \
        __asm__ volatile("udf.w %0" : : "i"(((error) << BS_SITE_BITS) | ((site) & BS_SITE_NONE)) : "memory"); \
        __builtin_unreachable();                                                                         \
    } while (0)

#endif
