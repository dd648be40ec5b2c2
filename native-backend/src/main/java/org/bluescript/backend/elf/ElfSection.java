package org.bluescript.backend.elf;

/**
 * One section of an ELF file.
 *
 * @param index     its number in the file
 * @param type      one of the constants here, or another that nobody here reads
 * @param flags     a combination of the constants here
 * @param address   0 in objects
 * @param size      in bytes; of {@link #NOBITS} too
 * @param link      number of a related section; the symbol table of a relocation section
 * @param info      the section that a relocation section changes
 * @param alignment a power of two, 1 at least
 * @param contents  empty for {@link #NOBITS}
 */
public record ElfSection(int index, String name, int type, int flags, int address, int size, int link, int info,
        int alignment, Bytes contents) {
    public static final int PROGBITS = 1;
    public static final int SYMTAB = 2;
    public static final int RELA = 4;
    public static final int NOBITS = 8;
    public static final int REL = 9;
    public static final int INIT_ARRAY = 14;
    public static final int FINI_ARRAY = 15;
    public static final int PREINIT_ARRAY = 16;
    public static final int ARM_EXIDX = 0x70000001;

    public static final int WRITE = 1;
    public static final int ALLOC = 2;
    public static final int EXECINSTR = 4;

    /** It occupies memory when the program runs. */
    public boolean isAllocated() {
        return (flags & ALLOC) != 0;
    }

    public boolean isWritable() {
        return (flags & WRITE) != 0;
    }

    public boolean isExecutable() {
        return (flags & EXECINSTR) != 0;
    }

    public boolean isZero() {
        return type == NOBITS;
    }
}
