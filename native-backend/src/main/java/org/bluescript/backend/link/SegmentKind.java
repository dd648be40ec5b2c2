package org.bluescript.backend.link;

import org.bluescript.backend.elf.ElfSection;

/** The kinds of memory that a linked program needs, in the order in which they stand in a map. */
public enum SegmentKind {
    /** Instructions, and the constants between them. */
    CODE,
    /** Constants that nobody writes. */
    CONSTANT,
    /** Variables with a first value. */
    DATA,
    /** Variables that begin as zero bytes. */
    ZERO;

    static SegmentKind of(ElfSection section) {
        if (section.isExecutable()) {
            return CODE;
        }
        if (section.isZero()) {
            return ZERO;
        }
        return section.isWritable() ? DATA : CONSTANT;
    }
}
