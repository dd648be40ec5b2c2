package org.bluescript.backend.failure;

import org.bluescript.backend.debug.Registers;

/**
 * How the device says that a program was stopped.
 *
 * @param error a number of {@code enum bs_error}
 * @param site the number of the trap's site, if it was a trap
 * @param registers as they were at the instruction; without the program counter if the processor could not save it
 * @param assertion the message of the assertion that failed, or empty
 */
public record Stop(int error, int site, Registers registers, String assertion) {}
