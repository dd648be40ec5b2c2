package org.bluescript.backend.elf;

/**
 * One entry of a relocation section. The addend lies in the place that is changed.
 *
 * @param offset of the place in its section
 * @param type   number of the relocation in ELF for the Arm Architecture, 5.6
 * @param symbol number of the symbol in the symbol table
 */
public record ElfRelocation(int offset, int type, int symbol) {}
