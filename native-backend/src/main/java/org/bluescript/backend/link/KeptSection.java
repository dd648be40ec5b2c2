package org.bluescript.backend.link;

import java.util.List;
import org.bluescript.backend.elf.ElfRelocation;
import org.bluescript.backend.elf.ElfSection;

/** A section that will be part of the program: found by the {@link Resolver}, given an offset by the {@link LinkPlan}. */
final class KeptSection {
    final Input input;
    final ElfSection section;
    final SegmentKind kind;
    final List<ElfRelocation> relocations;
    /** What each relocation refers to. */
    final Target[] targets;
    /** In bytes from the beginning of its segment. */
    int offset;

    KeptSection(Input input, ElfSection section) {
        this.input = input;
        this.section = section;
        kind = SegmentKind.of(section);
        relocations = input.elf.relocations(section.index());
        targets = new Target[relocations.size()];
    }
}
