/*
 * Directives by which the host unwinds the stack of a program that is stopped in hand-written code, where
 * the compiler writes such directives for its own.
 */
#ifndef BS_RUNTIME_UNWIND_H
#define BS_RUNTIME_UNWIND_H

#ifdef __GCC_HAVE_DWARF2_CFI_ASM
#define BS_UNWIND(directive) directive "\n"
#else
#define BS_UNWIND(directive) ""
#endif

#endif
