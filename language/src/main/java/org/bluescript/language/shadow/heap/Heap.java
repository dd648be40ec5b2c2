package org.bluescript.language.shadow.heap;

import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.ObjectLayout;

/**
 * Makes objects in the host's copy of the device's memory, and collects them. After the same operations with the same roots
 * the memory is the same, byte for byte, as if the device had done them.
 *
 * <p>The host must own the memory and know it. All operations that make an object may collect: whatever the caller holds must
 * be among the roots by then, but for their own arguments. They throw a {@link HeapFailure} where the device raises an error.
 */
public final class Heap {
    private final DataMemory memory;
    private final HeapState state;
    private final ClassRecords classes;
    private final BuiltInClasses builtIn;
    private final HostRoots roots;
    private final Stress stress;
    /** The so-many-th allocation from now fails; 0 for none. */
    private int failIn;
    private final FreeLists lists;
    private final Marker marker;
    private final Sweeper sweeper;
    private final HeapArrays arrays;
    private final int size;
    /** A root while an operation on it is in progress, or 0. */
    int argument;
    /** An array that nothing refers to yet: a root while an operation is in progress, or 0. */
    int unfinished;
    private boolean postponed;

    private Heap(DataMemory memory, HeapState state, ClassRecords classes, BuiltInClasses builtIn, HostRoots roots,
            Stress stress) {
        this.memory = memory;
        this.state = state;
        this.classes = classes;
        this.builtIn = builtIn;
        this.roots = roots;
        this.stress = stress;
        this.failIn = stress.failing();
        int base = state.base();
        size = state.end() - base;
        StartBitmap starts = new StartBitmap(memory, state.starts(), base);
        lists = new FreeLists(memory, state, starts);
        marker = new Marker(memory, classes, starts, base, state.end());
        sweeper = new Sweeper(memory, state, classes, starts, lists, stress.poisons());
        arrays = new HeapArrays(this, memory, classes, builtIn);
    }

    /** Makes the planned memory one free cell. Whatever the heap held is gone. */
    public static void initialize(DataMemory memory, HeapState state, HeapPlan plan) {
        int base = plan.heap().base().bits();
        int size = plan.heap().size();
        state.reset(plan);
        StartBitmap starts = new StartBitmap(memory, plan.starts().bits(), base);
        starts.clearAll(size);
        starts.set(base);
        FreeLists lists = new FreeLists(memory, state, starts);
        if (size <= HeapLayout.LARGEST_BIN) {
            lists.putInBin(base, size);
        } else {
            lists.put(base, size, 0);
            state.large(base);
            state.freeBytes(size);
        }
    }

    /**
     * The heap that {@code state} describes, whoever has worked on it before.
     *
     * @param memory what holds the cells, the bitmap and the global variables; all known
     * @param roots what the host holds beside the global variables
     */
    public static Heap open(DataMemory memory, HeapState state, ClassRecords classes, BuiltInClasses builtIn, HostRoots roots) {
        int bytes = state.end() - state.base();
        if (!memory.isKnown(Address.of(state.base()), bytes)
                || !memory.isKnown(Address.of(state.starts()), HeapLayout.startsBytes(bytes))) {
            throw new IllegalStateException("parts of the heap at " + Address.of(state.base()) + " are stale");
        }
        return new Heap(memory, state, classes, builtIn, roots, Stress.NONE);
    }

    /** The same heap under stress, as the device's stress build has it. */
    public Heap under(Stress orders) {
        return new Heap(memory, state, classes, builtIn, roots, orders);
    }

    public HeapState state() {
        return state;
    }

    public ClassRecords classes() {
        return classes;
    }

    public HeapArrays arrays() {
        return arrays;
    }

    /** Bytes of the whole heap. */
    int size() {
        return size;
    }

    /**
     * A cell for an instance, as compiled code takes it in line: off the head of its bin if there is one. Its content is
     * undefined; the caller sets the header and every word that the collector reads before anything else can allocate.
     *
     * @param bytes a positive multiple of 8, at most {@link HeapLayout#LARGEST_BIN}
     */
    public int newCell(int bytes) {
        int cell = stress.poisons() ? 0 : lists.pop(bytes);
        return cell != 0 ? cell : take(bytes);
    }

    /** An instance of a fixed-size class, all bytes behind the header 0. */
    public int newObject(int classAddress) {
        int bytes = classes.at(classAddress).size;
        int object = take(bytes);
        memory.clear(object + ObjectLayout.HEADER, bytes - ObjectLayout.HEADER);
        memory.word(object, classAddress);
        return object;
    }

    /** A string of {@code length} undefined bytes and the 0 byte behind them. Length 0 gives the empty string in flash. */
    public int newString(int length) {
        if (length == 0) {
            return builtIn.emptyString().bits();
        }
        if (Integer.compareUnsigned(length, size) > 0) {
            throw HeapFailure.noRoom(length);
        }
        int bytes = HeapLayout.stringSize(length);
        int string = take(bytes);
        memory.clear(string + bytes - 8, 8);
        memory.word(string + ObjectLayout.LENGTH_OFFSET, length);
        memory.word(string, builtIn.string().bits());
        return string;
    }

    /** A string of these bytes, which are UTF-8. */
    public int newString(byte[] bytes) {
        int string = newString(bytes.length);
        if (bytes.length != 0) {
            memory.write(Address.of(string + ObjectLayout.STRING_BYTES_OFFSET), bytes);
        }
        return string;
    }

    /** While collections are postponed, none happens, and what finds no room fails: for a host that does not know its roots. */
    public void postponeCollections(boolean whether) {
        postponed = whether;
    }

    public void collect() {
        if (postponed) {
            return;
        }
        marker.globals(state.roots());
        marker.reference(argument);
        marker.reference(unfinished);
        roots.visit(marker);
        sweeper.sweep();
        state.countCollection();
    }

    /** To whom objects are shown. */
    @FunctionalInterface
    public interface Visitor {
        void object(int address, int classRecord, int bytes);
    }

    /** Shows all objects; right after a collection, or some may be without end. The visitor may change their class to one of equal size. */
    public void visitObjects(Visitor visitor) {
        int at = state.base();
        while (at != state.end()) {
            int header = memory.word(at);
            if ((header & HeapLayout.FREE) != 0) {
                at += header & ~HeapLayout.FREE;
                continue;
            }
            int size = classes.at(header).instanceSize(memory.word(at + ObjectLayout.LENGTH_OFFSET));
            visitor.object(at, header, size);
            at += size;
        }
    }

    /** Bytes that are free now. */
    public int freeBytes() {
        return lists.freeBytes();
    }

    public int usedBytes() {
        return size - freeBytes();
    }

    /** A cell of undefined content. */
    int take(int bytes) {
        int cell = allocate(bytes);
        if (cell == 0) {
            throw HeapFailure.noRoom(bytes);
        }
        return cell;
    }

    /** A cell with the header of a free one; 0 if there is no room, even after a collection. */
    int allocate(int bytes) {
        if (failIn != 0 && --failIn == 0) {
            return 0;
        }
        if (stress.collects()) {
            collect();
        }
        int cell = lists.take(bytes);
        if (cell != 0) {
            return cell;
        }
        if (postponed) {
            return 0;
        }
        collect();
        return freeBytes() < size / HeapLayout.STARVED ? 0 : lists.take(bytes);
    }
}
