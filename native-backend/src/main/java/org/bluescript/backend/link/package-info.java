/**
 * A linker for Thumb code, made for one purpose: to put a freshly compiled function into the memory of a running device
 * within microseconds. It therefore works on values in memory, knows no linker scripts, and does what compiled C needs
 * and nothing else.
 *
 * <p>A link has two steps. {@link org.bluescript.backend.link.Linker#plan} follows the references from the roots and keeps
 * the sections that are reached; compile with {@code -ffunction-sections -fdata-sections}, and what is not needed stays out.
 * The {@link org.bluescript.backend.link.LinkPlan} knows how many bytes of each
 * {@linkplain org.bluescript.backend.link.SegmentKind kind} that makes. When somebody has found room,
 * {@link org.bluescript.backend.link.LinkPlan#place} copies the sections, applies the relocations, and gives a
 * {@link org.bluescript.backend.link.LinkedImage}.
 *
 * <p>Names are looked up in the objects, then among the given definitions (firmware, earlier programs), then in libraries.
 * Code in RAM cannot branch to flash directly; calls that the programmer wrote are declared long, but those that the
 * compiler invents, {@code memcpy} or a division of 64 bits, are not: they go through a veneer at the end of the code, one
 * for each function, if the function lies out of reach of the {@linkplain org.bluescript.backend.link.CodeRegion code
 * region}.
 *
 * <p>Left out, since compiled BlueScript does not need it: merging of equal strings, constructors, thread-local variables,
 * position-independent code, tables for unwinding at run time (the host unwinds, with the debugging information).
 */
package org.bluescript.backend.link;
