package org.bluescript.backend.link;

import java.util.Map;
import org.bluescript.backend.elf.ElfRelocation;
import org.bluescript.backend.elf.ElfSymbol;

/** Fills addresses into the sections of one placed program, and writes the veneers that its branches need. */
final class SectionPlacer {
    /** {@code ldr.w pc, [pc]}, then the address (ARMv7-M ARM, A7.7.43). */
    private static final int LOAD_PC = 0xf000f8df;

    private final Placement placement;
    private final Map<Integer, Integer> veneers;

    SectionPlacer(Placement placement, byte[] code, Map<Integer, Integer> veneers) {
        this.placement = placement;
        this.veneers = veneers;
        veneers.forEach((target, offset) -> {
            write32(code, offset, LOAD_PC);
            write32(code, offset + 4, target | 1);
        });
    }

    void relocate(KeptSection section, byte[] segment) throws LinkFailure {
        Relocator relocator = new Relocator(segment);
        int base = placement.of(section.kind);
        for (int i = 0; i < section.targets.length; i++) {
            ElfRelocation relocation = section.relocations.get(i);
            RelocationType type = RelocationType.of(relocation.type()).orElseThrow();
            int offset = section.offset + relocation.offset();
            Target target = section.targets[i];
            if (target instanceof Target.Nothing && type.isLongBranch()) {
                relocator.neutralise(offset);
                continue;
            }
            int address = address(target, type);
            int thumb = target instanceof Target.InSection place && place.thumb() ? 1 : 0;
            if (!relocator.apply(type, offset, address, thumb, base + offset)) {
                throw outOfRange(section, relocation, type, base + offset, address);
            }
        }
    }

    private int address(Target target, RelocationType type) {
        return switch (target) {
            case Target.InSection place ->
                placement.of(place.section().kind) + place.section().offset + place.offset();
            case Target.InCommon place -> placement.of(SegmentKind.ZERO) + place.variable().offset;
            case Target.Absolute(int value) -> {
                Integer veneer = type.isLongBranch() ? veneers.get(value) : null;
                yield veneer == null ? value : placement.of(SegmentKind.CODE) + veneer;
            }
            case Target.Nothing() -> 0;
            case Target.Ignored() -> 0;
        };
    }

    private static LinkFailure outOfRange(KeptSection section, ElfRelocation relocation, RelocationType type, int place,
            int target) {
        ElfSymbol symbol = section.input.elf.symbols().get(relocation.symbol());
        return new LinkFailure(new LinkProblem.OutOfRange(new LinkProblem.Reference(symbol.name(),
                section.input.elf.name(), section.section.name(), relocation.offset()), type, place, target));
    }

    private static void write32(byte[] bytes, int offset, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[offset + i] = (byte) (value >> 8 * i);
        }
    }
}
