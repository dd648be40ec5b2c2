/**
 * The host as a machine that runs programs: the bytes of a device's data memory, its heap, its constants in flash, and what
 * the device's runtime does with strings, text and numbers. It is what the interpreter's nodes work on, and knows nothing of
 * trees.
 *
 * <p>References are addresses in bare {@code int}s, 0 is null. Whatever may allocate may collect: its callers keep their
 * references in the {@link org.bluescript.language.machine.RootStack}. A run-time error is a
 * {@link org.bluescript.language.machine.ProgramFailure} at the node that asked.
 *
 * <p>A device may share the memory ({@link org.bluescript.language.machine.PlacedProgram}). Host and device own it in turn:
 * {@link org.bluescript.language.machine.Ownership} hands it over for a call and has it back, true in every byte that matters,
 * when the call returns.
 */
package org.bluescript.language.machine;
