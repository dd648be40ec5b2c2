package org.bluescript.backend.patch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.link.Branch;
import org.bluescript.backend.link.LinkFailure;
import org.bluescript.backend.link.LinkPlan;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.LinkedObject;
import org.bluescript.backend.link.LinkedSymbol;
import org.bluescript.backend.link.Placement;
import org.bluescript.backend.link.Segment;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.language.layout.CodeSlot;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.MemoryMap;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.ShadowMachine;

/**
 * Divides program memory for a whole program: its static data, its code, the heap's bitmap, and all that is left for the heap. Of a tiered
 * program, room for more code is behind the code, and the variables of its libraries and inline C are before it.
 */
public final class PatchPlanner {
    /** A heap that is smaller cannot hold the objects of the simplest program. */
    private static final int LEAST_HEAP = 256;

    private final MemoryMap map;
    private final int codeMemory;

    public PatchPlanner(MemoryMap map) {
        this(map, 0);
    }

    /** @param codeMemory bytes that are left free behind the code */
    public PatchPlanner(MemoryMap map, int codeMemory) {
        this.map = map;
        this.codeMemory = ObjectLayout.occupied(codeMemory);
    }

    /** Where a program's static data begin. */
    public Address dataBase() {
        return map.program().base().aligned(ObjectLayout.ALIGNMENT);
    }

    /** Places the code behind the data. */
    public LinkedImage place(ProgramLayout layout, LinkPlan plan) throws LinkFailure {
        if (layout.isTiered()) {
            Address data = layout.region().end().aligned(ObjectLayout.ALIGNMENT);
            Placement relative = Placement.of(plan, 0, data.bits());
            Address end = Address.of(relative.of(SegmentKind.ZERO)).plus(plan.size(SegmentKind.ZERO));
            Address code = end.aligned(Math.max(ObjectLayout.ALIGNMENT, plan.alignment(SegmentKind.CODE)));
            return plan.place(relative.with(SegmentKind.CODE, code.bits()));
        }
        Address code = layout.region().end().aligned(Math.max(ObjectLayout.ALIGNMENT, plan.alignment(SegmentKind.CODE)));
        Address data = code.plus(plan.size(SegmentKind.CODE)).aligned(ObjectLayout.ALIGNMENT);
        return plan.place(Placement.of(plan, code.bits(), data.bits()));
    }

    /**
     * @param layout the data, which begin at {@link #dataBase()}
     * @param image the code, as {@link #place} has placed it
     */
    public Patch plan(ProgramLayout layout, LinkedImage image) throws OutOfProgramMemory {
        HeapPlan heap = heap(codeMemory(layout, image).end(), layout.roots());
        List<Write> writes = new ArrayList<>();
        writes.add(new Write(layout.region().base(), linkedData(layout, image)));
        for (Segment segment : image.segments()) {
            writes.add(new Write(Address.of(segment.address()), segment.bytes()));
        }
        return new Patch(writes, heap, after(layout, image, writes, heap));
    }

    /** What is left free for code. */
    public Region codeMemory(ProgramLayout layout, LinkedImage image) {
        Address end = layout.region().end();
        for (Segment segment : image.segments()) {
            Address segmentEnd = Address.of(segment.end());
            end = segmentEnd.compareTo(end) > 0 ? segmentEnd : end;
        }
        return new Region(end.aligned(ObjectLayout.ALIGNMENT), codeMemory);
    }

    private HeapPlan heap(Address start, Address roots) throws OutOfProgramMemory {
        Region program = map.program();
        int rest = program.end().minus(start);
        int bitmap = ObjectLayout.occupied(HeapLayout.startsBytes(Math.max(rest, 0)));
        Address base = start.plus(bitmap);
        int size = program.end().minus(base) & -ObjectLayout.ALIGNMENT;
        if (size < LEAST_HEAP) {
            throw new OutOfProgramMemory(base.minus(program.base()) + LEAST_HEAP, program.size());
        }
        return new HeapPlan(new Region(base, size), start, roots);
    }

    /** The static data with the addresses of code filled in. A slot whose code nothing calls has been dropped stays 0. */
    private byte[] linkedData(ProgramLayout layout, LinkedImage image) {
        byte[] data = layout.bytes();
        ByteBuffer words = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Integer> targets = image.globals();
        Map<String, Integer> code = layout.entries().map(EntryTable::words).orElse(targets);
        layout.entries().ifPresent(table -> table.addresses().forEach((symbol, entry) -> words.putInt(
                entry.minus(layout.region().base()), Branch.instruction(entry.bits(), targets.get(symbol)))));
        for (CodeSlot slot : layout.codeSlots()) {
            int offset = slot.address().minus(layout.region().base());
            words.putInt(offset, code.getOrDefault(slot.symbol(), 0));
        }
        layout.errors().ifPresent(table -> {
            int offset = table.minus(layout.region().base());
            Region own = Region.between(ownCode(image).base(), layout.isTiered() ? codeMemory(layout, image).end() : ownCode(image).end());
            words.putInt(offset + ErrorLayout.CODE_BASE_OFFSET, own.base().bits());
            words.putInt(offset + ErrorLayout.CODE_END_OFFSET, own.end().bits());
        });
        return data;
    }

    /** From the first to the last function that the program itself has written; what it is given and those of libraries follow. */
    private static Region ownCode(LinkedImage image) {
        int start = Integer.MAX_VALUE;
        int end = Integer.MIN_VALUE;
        LinkedObject program = image.objects().getFirst();
        for (ElfSection section : program.elf().sections()) {
            Integer address = program.addresses().get(section.index());
            if (address != null && section.isExecutable() && !section.name().startsWith(LinkPlan.BEHIND)) {
                start = Math.min(start, address);
                end = Math.max(end, address + section.size());
            }
        }
        return Region.between(Address.of(start), Address.of(end));
    }

    private ShadowMachine after(ProgramLayout layout, LinkedImage image, List<Write> writes, HeapPlan heap) {
        ShadowMachine shadow = ShadowMachine.blank(map);
        Region program = map.program();
        shadow.free().allocate(heap.heap().end().minus(program.base()), 1);
        writes.forEach(w -> shadow.memory().write(w.address(), w.bytes()));
        layout.symbols().forEach(shadow::define);
        for (LinkedSymbol symbol : image.symbols()) {
            if (symbol.kind() == SegmentKind.CODE) {
                shadow.addVersion(symbol.name(), Address.of(symbol.value()), symbol.size());
            }
        }
        shadow.heap(heap);
        return shadow;
    }
}
