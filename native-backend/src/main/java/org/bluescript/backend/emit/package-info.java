/**
 * From the typed tree to C. A program becomes one C unit, so that the C compiler sees all of it: functions are static, calls
 * direct, methods devirtualised where the class hierarchy allows.
 *
 * <p>The tree says everything that the language defines, so emission adds nothing: each node has one form in C. Expressions
 * that need several steps become GNU statement expressions. What must be in line is in {@code bs_inline.h}, what need not be is
 * a call of the runtime.
 *
 * <p>References live in C variables and nowhere else: the collector scans the native stack conservatively, so there are no
 * frames to maintain. Two rules follow. An object's header and all words that the collector reads are set before anything else
 * can allocate; and a value is computed before the memory for it is taken.
 *
 * <p>A run-time error is one undefined instruction that carries the number of its {@link org.bluescript.backend.emit.Site}.
 * Every C line knows the place in the source that it stands for; the compiler's line table then leads from a program counter
 * to the source, and an error in inline C to the user's line.
 */
package org.bluescript.backend.emit;
