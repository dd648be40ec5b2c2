package org.bluescript.backend.link;

import java.util.HashMap;
import java.util.Map;
import org.bluescript.backend.elf.Bytes;
import org.bluescript.backend.elf.DebugSections;
import org.bluescript.backend.elf.ElfFile;
import org.bluescript.backend.elf.ElfFormatException;
import org.bluescript.backend.elf.ElfRelocation;
import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.elf.ElfSymbol;

/**
 * One object of a linked program and where its sections went.
 *
 * @param addresses address of each section that is part of the program, by its number
 */
public record LinkedObject(ElfFile elf, Map<Integer, Integer> addresses) {
    /** What debugging information gets as the address of code that was left out: no memory of this chip lies there. */
    private static final int NOWHERE = -1;

    static LinkedObject of(Input input, Placement placement) {
        Map<Integer, Integer> addresses = new HashMap<>();
        for (KeptSection section : input.kept) {
            if (section != null) {
                addresses.put(section.section.index(), placement.of(section.kind) + section.offset);
            }
        }
        return new LinkedObject(input.elf, addresses);
    }

    /** The object's debugging information with the addresses of this program filled in. Works it out at each call. */
    public DebugSections debugSections() {
        Map<String, Bytes> sections = new HashMap<>();
        for (ElfSection section : elf.sections()) {
            if (section.name().startsWith(".debug_")) {
                sections.put(section.name(), Bytes.of(elf.name() + ": " + section.name(), relocate(section)));
            }
        }
        return new DebugSections(elf.name(), sections);
    }

    private byte[] relocate(ElfSection section) {
        byte[] bytes = section.contents().toArray();
        Relocator relocator = new Relocator(bytes);
        for (ElfRelocation relocation : elf.relocations(section.index())) {
            RelocationType type = RelocationType.of(relocation.type()).orElse(RelocationType.NONE);
            if (type == RelocationType.NONE) {
                continue;
            }
            if (type != RelocationType.ABS32 || relocation.offset() + 4 > bytes.length) {
                throw new ElfFormatException("%s: relocation %s at 0x%x of %s"
                        .formatted(elf.name(), type, relocation.offset(), section.name()));
            }
            relocate(relocator, bytes, relocation);
        }
        return bytes;
    }

    private void relocate(Relocator relocator, byte[] bytes, ElfRelocation relocation) {
        ElfSymbol symbol = elf.symbols().get(relocation.symbol());
        boolean known = symbol.isAbsolute() || !symbol.isUndefined() && !symbol.isCommon();
        if (known && !symbol.isAbsolute() && elf.sections().get(symbol.section()).isAllocated()) {
            Integer address = addresses.get(symbol.section());
            if (address != null) {
                relocator.apply(RelocationType.ABS32, relocation.offset(), address + symbol.offset(), 0, 0);
                return;
            }
            known = false;
        }
        if (known) {
            relocator.apply(RelocationType.ABS32, relocation.offset(), symbol.offset(), 0, 0);
        } else {
            for (int i = 0; i < 4; i++) {
                bytes[relocation.offset() + i] = (byte) NOWHERE;
            }
        }
    }
}
