package org.bluescript.language.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluescript.language.layout.SessionRoom;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.heap.HostRoots;

/**
 * The static data of a session: what is there from the beginning lies before the heap, all else in it, one cell for each
 * thing. Cells do not move, so their addresses are as good as others; the collector spares them because they are shown to it as
 * roots, and what nobody needs any more is given back to it by {@link #release}. Variables lie together in cells of their own.
 */
public final class SessionMemory implements SessionRoom, HostRoots {
    private static final int VARIABLES = 32;
    /** What is not a multiple of 8 from the beginning of its cell on. */
    private static final int IN_CELL = ObjectLayout.ARRAY_ELEMENTS_OFFSET;

    private final HostMachine machine;
    private final int raw;
    private int firstFree;
    private boolean open;
    /** The cells that are kept, by the address in them that was given out. */
    private final Map<Integer, Integer> kept = new HashMap<>();
    private final Map<Variable, List<Integer>> blocks = new EnumMap<>(Variable.class);
    private final Map<Variable, Deque<Integer>> free = new EnumMap<>(Variable.class);

    SessionMemory(HostMachine machine) {
        this.machine = machine;
        this.raw = machine.firmware().get("bs_class_array_integer").bits();
        this.firstFree = machine.dataBase().aligned(ObjectLayout.ALIGNMENT).bits();
        for (Variable kind : Variable.values()) {
            blocks.put(kind, new ArrayList<>());
            free.put(kind, new ArrayDeque<>());
        }
    }

    /** From now on, things are put into the heap, whose place this is. Variables of before are not among its roots' table. */
    HeapPlan open(Region program) {
        open = true;
        Address roots = Address.of(firstFree);
        Address starts = roots.plus(HeapLayout.ROOT_RANGE_SIZE).aligned(ObjectLayout.ALIGNMENT);
        machine.memory().clear(roots.bits(), HeapLayout.ROOT_RANGE_SIZE);
        int bitmap = ObjectLayout.occupied(HeapLayout.startsBytes(program.end().minus(starts)));
        Address base = starts.plus(bitmap);
        Region cells = new Region(base, program.end().minus(base) & -ObjectLayout.ALIGNMENT);
        return new HeapPlan(cells, starts, roots);
    }

    /** Whether variables lie in the cell. */
    public boolean holdsVariables(int cell) {
        return blocks.values().stream().anyMatch(b -> b.contains(cell + IN_CELL));
    }

    /** How many things are kept. */
    public int count() {
        return kept.size();
    }

    /** Whether the cell at the address is kept for static data. */
    public boolean keeps(int cell) {
        return kept.containsKey(cell) || kept.containsKey(cell + IN_CELL);
    }

    @Override
    public Address reserve(int length) {
        if (!open) {
            return early(length);
        }
        int cell = machine.newArray(raw, (length + 3) / 4, null);
        kept.put(cell + IN_CELL, cell);
        return Address.of(cell + IN_CELL);
    }

    private Address early(int length) {
        Address start = Address.of(firstFree);
        int bytes = ObjectLayout.occupied(length);
        machine.memory().clear(firstFree, bytes);
        firstFree += bytes;
        return start;
    }

    @Override
    public Address object(int length) {
        if (!open) {
            return early(length);
        }
        int bytes = ObjectLayout.occupied(length);
        int cell = machine.newSmallCell(bytes, null);
        machine.memory().clear(cell, bytes);
        kept.put(cell, cell);
        return Address.of(cell);
    }

    @Override
    public Address string(byte[] utf8, Address classRecord) {
        if (open) {
            int string = machine.newString(utf8, null);
            kept.put(string, string);
            return Address.of(string);
        }
        Address string = early(ObjectLayout.STRING_BYTES_OFFSET + utf8.length + 1);
        machine.memory().writeWord(string, classRecord.bits());
        machine.memory().writeWord(string.plus(ObjectLayout.LENGTH_OFFSET), utf8.length);
        machine.memory().write(string.plus(ObjectLayout.STRING_BYTES_OFFSET), utf8);
        return string;
    }

    @Override
    public void octet(Address at, int value) {
        machine.memory().byteAt(at.bits(), value);
    }

    @Override
    public void release(Address start) {
        kept.remove(start.bits());
    }

    @Override
    public Address variable(Variable kind) {
        if (free.get(kind).isEmpty()) {
            Address block = reserve(4 * VARIABLES);
            blocks.get(kind).add(block.bits());
            for (int i = 0; i < VARIABLES; i++) {
                free.get(kind).add(block.bits() + 4 * i);
            }
        }
        return Address.of(free.get(kind).remove());
    }

    @Override
    public void releaseVariable(Variable kind, Address place) {
        machine.memory().writeWord(place, 0);
        free.get(kind).add(place.bits());
    }

    @Override
    public void visit(Visitor visitor) {
        kept.values().forEach(visitor::reference);
        each(Variable.REFERENCE, visitor::reference);
        each(Variable.TAGGED, visitor::tagged);
    }

    private void each(Variable kind, java.util.function.IntConsumer action) {
        for (int block : blocks.get(kind)) {
            for (int i = 0; i < VARIABLES; i++) {
                action.accept(machine.memory().word(block + 4 * i));
            }
        }
    }
}
