package org.bluescript.language.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.layout.SessionRoom;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.Region;

/**
 * The static data of a session: what is there from the beginning lies before the heap, all else in it, one cell for each
 * thing. Cells do not move, so their addresses are as good as others; the collector spares them because arrays of references hold
 * them, <i>keepers</i>, and what nobody needs any more is given back to it by {@link #release}. Variables lie together in arrays of
 * their own. So a board's collector, too, finds in memory itself all that a session keeps.
 */
public final class SessionMemory implements SessionRoom {
    private static final int VARIABLES = 32;
    /** References in a keeper, and the most keepers: enough for more things than there is room for. */
    private static final int KEPT = 126;

    private static final int KEEPERS = 64;
    /** What is not a multiple of 8 from the beginning of its cell on. */
    private static final int IN_CELL = ObjectLayout.ARRAY_ELEMENTS_OFFSET;

    private final HostMachine machine;
    private final int raw;
    private int firstFree;
    private boolean open;
    /** The table of keepers. */
    private int keepers;

    private final LoggedValue<Integer> keeperCount;
    private int exchange;
    /** The cells that are kept, by the address in them that was given out. */
    private final Map<Integer, Kept> kept;
    /** The words of keepers that hold nothing. */
    private final Set<Integer> slots;
    private final Map<Variable, Set<Integer>> blocks = new EnumMap<>(Variable.class);
    /** What was given back longest ago stands first. */
    private final Map<Variable, Set<Integer>> free = new EnumMap<>(Variable.class);

    /** Where things are put, as long as somebody wants to know. */
    private Optional<List<Integer>> noted = Optional.empty();
    /** Where things were put before, as long as a session is being restored. */
    private Optional<Restoration> restoration = Optional.empty();

    /** @param present the addresses of what there is by now, as far as it is no variable */
    private record Restoration(Deque<Integer> places, Set<Integer> present) {}

    /** @param slot the word that keeps it */
    private record Kept(int cell, int slot) {}

    /** @param log is told of what changes from the {@link #open opening} on */
    SessionMemory(HostMachine machine, ChangeLog log) {
        this.keeperCount = log.value(0);
        this.kept = log.map();
        this.slots = log.set();
        this.machine = machine;
        this.raw = machine.firmware().get("bs_class_array_integer").bits();
        this.firstFree = machine.dataBase().aligned(ObjectLayout.ALIGNMENT).bits();
        for (Variable kind : Variable.values()) {
            blocks.put(kind, log.set());
            free.put(kind, log.set());
        }
    }

    /** From now on, things are put into the heap, whose place this is. */
    HeapPlan open(Region program) {
        open = true;
        free.values().forEach(Set::clear); // no code changes what lies before the heap, but the collector
        int table = early(3 * HeapLayout.ROOT_RANGE_SIZE).bits();
        keepers = early(4 * KEEPERS).bits();
        exchange = early(Exchange.SESSION_BYTES).bits();
        range(table, keepers, KEEPERS);
        range(table + HeapLayout.ROOT_RANGE_SIZE, exchange, Exchange.ROOTS);
        Address starts = Address.of(firstFree);
        int bitmap = ObjectLayout.occupied(HeapLayout.startsBytes(program.end().minus(starts)));
        Address base = starts.plus(bitmap);
        Region cells = new Region(base, program.end().minus(base) & -ObjectLayout.ALIGNMENT);
        return new HeapPlan(cells, starts, Address.of(table));
    }

    private void range(int at, int start, int count) {
        machine.memory().word(at + HeapLayout.ROOT_START_OFFSET, start);
        machine.memory().word(at + HeapLayout.ROOT_COUNT_OFFSET, count);
    }

    /** Where the host puts what it hands over to a board, {@link Exchange}. */
    public Address exchange() {
        return Address.of(exchange);
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
        return kept.containsKey(cell) || kept.containsKey(cell + IN_CELL) || isKeeper(cell);
    }

    private boolean isKeeper(int cell) {
        for (int i = 0; i < keeperCount.get(); i++) {
            if (machine.memory().word(keepers + 4 * i) == cell) {
                return true;
            }
        }
        return false;
    }

    /** A word of a keeper that holds nothing. */
    private int slot() {
        if (slots.isEmpty()) {
            if (keeperCount.get() == KEEPERS) {
                throw new IllegalStateException("a session keeps more than there is room for");
            }
            int keeper = machine.newArray(arrays(Element.REFERENCE), KEPT, null);
            machine.memory().word(keepers + 4 * keeperCount.get(), keeper);
            keeperCount.set(keeperCount.get() + 1);
            for (int i = 0; i < KEPT; i++) {
                slots.add(keeper + ObjectLayout.ARRAY_ELEMENTS_OFFSET + 4 * i);
            }
        }
        return slots.iterator().next();
    }

    private void keep(int start, int cell) {
        int slot = slot();
        slots.remove(slot);
        machine.memory().word(slot, cell);
        kept.put(start, new Kept(cell, slot));
    }

    private int arrays(Element element) {
        return machine.firmware().get("bs_class_array_" + element.name().toLowerCase(Locale.ROOT)).bits();
    }

    @Override
    public Address reserve(int length) {
        return open ? given(() -> array(raw, (length + 3) / 4).bits()) : early(length);
    }

    /** The place of something new. */
    private Address given(IntSupplier place) {
        if (restoration.isPresent()) {
            int before = restoration.get().places().remove();
            restoration.get().present().add(before);
            return Address.of(before);
        }
        int now = place.getAsInt();
        noted.ifPresent(n -> n.add(now));
        return Address.of(now);
    }

    private Address array(int classRecord, int length) {
        slot();
        int cell = machine.newArray(classRecord, length, null);
        keep(cell + IN_CELL, cell);
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
        return open ? given(() -> small(ObjectLayout.occupied(length))) : early(length);
    }

    private int small(int bytes) {
        slot();
        int cell = machine.newSmallCell(bytes, null);
        machine.memory().clear(cell, bytes);
        keep(cell, cell);
        return cell;
    }

    @Override
    public Address string(byte[] utf8, Address classRecord) {
        if (open) {
            return given(() -> {
                slot();
                int string = machine.newString(utf8, null);
                keep(string, string);
                return string;
            });
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
        if (restoration.isPresent()) {
            restoration.get().present().remove(start.bits());
            return;
        }
        Kept released = kept.remove(start.bits());
        if (released != null) {
            machine.memory().word(released.slot(), 0);
            slots.add(released.slot());
        }
    }

    @Override
    public Address variable(Variable kind) {
        return given(() -> freeVariable(kind));
    }

    private int freeVariable(Variable kind) {
        if (free.get(kind).isEmpty()) {
            Address block = switch (kind) {
                case REFERENCE -> array(arrays(Element.REFERENCE), VARIABLES);
                case TAGGED -> array(arrays(Element.TAGGED), VARIABLES);
                case PLAIN -> open ? array(raw, VARIABLES) : early(4 * VARIABLES);
            };
            blocks.get(kind).add(block.bits());
            for (int i = 0; i < VARIABLES; i++) {
                free.get(kind).add(block.bits() + 4 * i);
            }
        }
        int place = free.get(kind).iterator().next();
        free.get(kind).remove(place);
        return place;
    }

    @Override
    public void releaseVariable(Variable kind, Address place) {
        if (restoration.isPresent()) {
            return;
        }
        machine.memory().writeWord(place, 0);
        if (place.minus(Address.of(keepers)) >= 0) {
            free.get(kind).add(place.bits());
        }
    }

    /** Where things are put while {@code work} is done, in this order. */
    public List<Integer> placesOf(Runnable work) {
        List<Integer> places = new ArrayList<>();
        noted = Optional.of(places);
        try {
            work.run();
        } finally {
            noted = Optional.empty();
        }
        return places;
    }

    /** What is in memory now. */
    public SessionImage image() {
        Map<Integer, List<Integer>> cells = new LinkedHashMap<>();
        kept.forEach((start, k) -> cells.put(start, List.of(k.cell(), k.slot())));
        return new SessionImage(
                machine.identity(), bytes(machine.memory()), bytes(machine.control()), machine.randomState(), keeperCount.get(), cells,
                new LinkedHashSet<>(slots), copied(blocks), copied(free));
    }

    private static Map<Variable, Set<Integer>> copied(Map<Variable, Set<Integer>> sets) {
        Map<Variable, Set<Integer>> result = new EnumMap<>(Variable.class);
        sets.forEach((kind, set) -> result.put(kind, new LinkedHashSet<>(set)));
        return result;
    }

    private static byte[] bytes(DataMemory memory) {
        return memory.read(memory.region().base(), memory.region().size());
    }

    /**
     * Begins to restore a session: what is put into memory from now on gets the next of some places, and memory is not to be
     * looked at before {@link #restore}.
     */
    public void destine(List<Integer> places) {
        Set<Integer> present = restoration.map(Restoration::present).orElseGet(() -> new HashSet<>(kept.keySet()));
        if (restoration.isPresent() && !restoration.get().places().isEmpty()) {
            throw new NoSuchElementException("nothing was put at " + restoration.get().places());
        }
        restoration = Optional.of(new Restoration(new ArrayDeque<>(places), present));
    }

    /** Whether memory is being restored, so that nothing is where it will be. */
    public boolean isRestoring() {
        return restoration.isPresent();
    }

    /** Ends what {@link #destine} began: memory is what it was. Things that nobody has put there are given up. */
    public void restore(SessionImage image) {
        destine(List.of());
        Set<Integer> present = restoration.get().present();
        restoration = Optional.empty();
        machine.memory().write(machine.memory().region().base(), image.program());
        machine.control().write(machine.control().region().base(), image.control());
        machine.randomState(image.random());
        keeperCount.set(image.keepers());
        kept.clear();
        image.kept().forEach((start, k) -> kept.put(start, new Kept(k.getFirst(), k.getLast())));
        slots.clear();
        slots.addAll(image.slots());
        for (Variable kind : Variable.values()) {
            blocks.get(kind).clear();
            blocks.get(kind).addAll(image.blocks().get(kind));
            present.addAll(blocks.get(kind));
            free.get(kind).clear();
            free.get(kind).addAll(image.free().get(kind));
        }
        List.copyOf(kept.keySet()).stream().filter(start -> !present.contains(start)).forEach(start -> release(Address.of(start)));
        machine.revisit();
        machine.forgetErrorPlaces();
    }
}
