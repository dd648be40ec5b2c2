package org.bluescript.backend.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bluescript.backend.elf.ElfSymbol;

/**
 * A program without addresses: which sections it consists of and how they follow each other. May be placed any number of
 * times.
 */
public final class LinkPlan {
    /** How the names of sections begin that are placed behind all others of their object. */
    public static final String BEHIND = ".text.behind.";

    private static final int VENEER_SIZE = 8;

    private final Resolver resolver;
    private final List<KeptSection> sections = new ArrayList<>();
    private final Map<SegmentKind, Integer> sizes = new EnumMap<>(SegmentKind.class);
    private final Map<SegmentKind, Integer> alignments = new EnumMap<>(SegmentKind.class);
    /** Outside functions that a branch may not reach, with the offset of their veneer in the code. */
    private final Map<Integer, Integer> veneers = new LinkedHashMap<>();

    /** @param last how many of the inputs, from the first, are placed behind all others */
    LinkPlan(Resolver resolver, CodeRegion codeRegion, int last) {
        this.resolver = resolver;
        List<Input> inputs = new ArrayList<>(resolver.inputs());
        Collections.rotate(inputs, -last);
        for (Input input : inputs) {
            Stream.of(input.kept)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(s -> s.section.name().startsWith(BEHIND)))
                    .forEach(this::add);
        }
        for (CommonVariable variable : resolver.commons()) {
            variable.offset = allot(SegmentKind.ZERO, variable.size, variable.alignment);
        }
        for (KeptSection section : sections) {
            allotVeneers(section, codeRegion);
        }
    }

    private void add(KeptSection section) {
        section.offset = allot(section.kind, section.section.size(), section.section.alignment());
        sections.add(section);
    }

    /** In bytes; 0 if the program has none of this kind. */
    public int size(SegmentKind kind) {
        return sizes.getOrDefault(kind, 0);
    }

    /** A power of two, at least 1, that the address of the segment must be a multiple of. */
    public int alignment(SegmentKind kind) {
        return alignments.getOrDefault(kind, 1);
    }

    /**
     * Fills in the addresses.
     *
     * @throws LinkFailure if an address is not aligned or wraps around, or a branch does not reach
     */
    public LinkedImage place(Placement placement) throws LinkFailure {
        for (SegmentKind kind : SegmentKind.values()) {
            check(kind, placement.of(kind));
        }
        Map<SegmentKind, byte[]> contents = new EnumMap<>(SegmentKind.class);
        for (SegmentKind kind : SegmentKind.values()) {
            contents.put(kind, new byte[size(kind)]);
        }
        for (KeptSection section : sections) {
            section.section.contents().copyTo(contents.get(section.kind), section.offset);
        }
        SectionPlacer placer = new SectionPlacer(placement, contents.get(SegmentKind.CODE), veneers);
        for (KeptSection section : sections) {
            placer.relocate(section, contents.get(section.kind));
        }
        return image(placement, contents);
    }

    private int allot(SegmentKind kind, int size, int alignment) {
        int offset = size(kind) + alignment - 1 & -alignment;
        sizes.put(kind, Math.addExact(offset, size));
        alignments.merge(kind, alignment, Math::max);
        return offset;
    }

    private void allotVeneers(KeptSection section, CodeRegion codeRegion) {
        for (int i = 0; i < section.targets.length; i++) {
            if (section.targets[i] instanceof Target.Absolute(int value) && !codeRegion.reaches(value)
                    && !veneers.containsKey(value)
                    && RelocationType.of(section.relocations.get(i).type()).orElseThrow().isLongBranch()) {
                veneers.put(value, allot(SegmentKind.CODE, VENEER_SIZE, 4));
            }
        }
    }

    private void check(SegmentKind kind, int address) throws LinkFailure {
        if (size(kind) == 0) {
            return;
        }
        if ((address & alignment(kind) - 1) != 0) {
            throw new LinkFailure(new LinkProblem.Misplaced(kind, address,
                    "not a multiple of " + alignment(kind)));
        }
        if (Integer.toUnsignedLong(address) + size(kind) > 1L << 32) {
            throw new LinkFailure(new LinkProblem.Misplaced(kind, address,
                    "its %d bytes pass the end of the address space".formatted(size(kind))));
        }
    }

    private LinkedImage image(Placement placement, Map<SegmentKind, byte[]> contents) {
        List<Segment> segments = new ArrayList<>();
        contents.forEach((kind, bytes) -> {
            if (bytes.length > 0) {
                segments.add(new Segment(kind, placement.of(kind), bytes));
            }
        });
        List<LinkedObject> objects = new ArrayList<>();
        List<LinkedSymbol> symbols = new ArrayList<>();
        for (Input input : resolver.inputs()) {
            LinkedObject object = LinkedObject.of(input, placement);
            if (!object.addresses().isEmpty()) {
                objects.add(object);
            }
            for (ElfSymbol symbol : input.elf.symbols()) {
                addSymbol(input, symbol, placement, symbols);
            }
        }
        return new LinkedImage(segments, symbols, objects);
    }

    private void addSymbol(Input input, ElfSymbol symbol, Placement placement, List<LinkedSymbol> symbols) {
        if (symbol.name().isEmpty() || symbol.type() == ElfSymbol.SECTION || symbol.type() == ElfSymbol.FILE
                || symbol.isMappingSymbol()) {
            return;
        }
        switch (resolver.keptTarget(input, symbol)) {
            case Target.InSection(KeptSection section, int offset, boolean thumb) ->
                symbols.add(new LinkedSymbol(symbol.name(), placement.of(section.kind) + section.offset + offset,
                        symbol.size(), section.kind, thumb, !symbol.isLocal()));
            case Target.InCommon(CommonVariable variable) -> {
                LinkedSymbol added = new LinkedSymbol(variable.name,
                        placement.of(SegmentKind.ZERO) + variable.offset, variable.size, SegmentKind.ZERO, false, true);
                if (!symbols.contains(added)) {
                    symbols.add(added);
                }
            }
            case null, default -> { }
        }
    }
}
