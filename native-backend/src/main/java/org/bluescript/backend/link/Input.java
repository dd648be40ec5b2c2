package org.bluescript.backend.link;

import org.bluescript.backend.elf.ElfFile;
import org.bluescript.backend.elf.ElfSection;

/** One object that takes part in a link, and which of its sections are kept. */
final class Input {
    final ElfFile elf;
    /** Position among the inputs; the order of the link. */
    final int number;
    /** By section number; null where the section is not needed. */
    final KeptSection[] kept;

    Input(ElfFile elf, int number) {
        this.elf = elf;
        this.number = number;
        kept = new KeptSection[elf.sections().size()];
    }

    /** Sections that take memory in the linked program; tables for unwinding at run time do not. */
    static boolean isLoaded(ElfSection section) {
        return section.isAllocated() && section.type() != ElfSection.ARM_EXIDX
                && !section.name().startsWith(".ARM.extab") && !section.name().startsWith(".eh_frame");
    }
}
