/**
 * From a stopped device back to the C text: which function an instruction belongs to, on which line, and who called it.
 *
 * <p>The device knows nothing of this. It reports registers, and gives memory when asked; all knowledge is in the objects,
 * as DWARF, which the compiler writes at its lowest level of debugging ({@code -g1}: lines, functions, inlined functions,
 * call frames). A {@link org.bluescript.backend.debug.CodeImage} is one piece of code in the device's memory, the firmware
 * or a program that was linked here; it reads {@code .debug_line}, {@code .debug_info} and {@code .debug_frame} when it is
 * first asked, of DWARF 2 to 5.
 *
 * <p>A {@link org.bluescript.backend.debug.StackUnwinder} goes from frame to frame by call frame information alone: compiled
 * code keeps no frame pointer and no list of frames. After a stack overflow the program counter is lost; then it looks
 * for a return address from which a chain leads to the bottom, and believes it only if every call in the chain calls the
 * function that was found.
 *
 * <p>Everything is an allegation, the debugging information and the stack alike. Readers leave out what they cannot read,
 * the unwinder stops where it can go no further, and both end on any input.
 */
package org.bluescript.backend.debug;
