package org.bluescript.language.shadow;

/**
 * Where things may lie on a device.
 *
 * @param program memory for code, constants, globals and the heap, which the host divides
 * @param stack the program's stack; grows downward from its end
 */
public record MemoryMap(Region program, Region stack) {}
