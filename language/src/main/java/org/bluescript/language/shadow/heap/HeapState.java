package org.bluescript.language.shadow.heap;

import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;

/**
 * The allocator's whole state, where the device has it: a view of {@code struct bs_heap_state} in memory. Nothing is kept
 * here, so that what either side writes is true for both. All values are addresses or bytes but {@link #collections()}.
 */
public final class HeapState {
    private final DataMemory memory;
    private final int address;

    /** @param address of {@code bs_heap}, in {@code memory} */
    public HeapState(DataMemory memory, Address address) {
        this.memory = memory;
        this.address = address.bits();
    }

    /** Makes the state that of a heap without any free cell. */
    void reset(HeapPlan plan) {
        memory.clear(address, HeapLayout.STATE_SIZE);
        set(HeapLayout.BASE_OFFSET, plan.heap().base().bits());
        set(HeapLayout.END_OFFSET, plan.heap().end().bits());
        set(HeapLayout.STARTS_OFFSET, plan.starts().bits());
        set(HeapLayout.ROOTS_OFFSET, plan.roots().bits());
    }

    /** The first free cell of exactly {@code 8 * bin} bytes, or 0. */
    public int bin(int bin) {
        return memory.word(address + HeapLayout.BINS_OFFSET + 4 * bin);
    }

    void bin(int bin, int cell) {
        set(HeapLayout.BINS_OFFSET + 4 * bin, cell);
    }

    /** The first free cell that is greater than all that have a bin, or 0. */
    public int large() {
        return get(HeapLayout.LARGE_OFFSET);
    }

    void large(int cell) {
        set(HeapLayout.LARGE_OFFSET, cell);
    }

    /** The address of the word that {@link #large()} reads: a link like those in free cells. */
    int largeLink() {
        return address + HeapLayout.LARGE_OFFSET;
    }

    /** The first cell. */
    public int base() {
        return get(HeapLayout.BASE_OFFSET);
    }

    /** The end of the last cell. */
    public int end() {
        return get(HeapLayout.END_OFFSET);
    }

    /** The bitmap of cell starts. */
    public int starts() {
        return get(HeapLayout.STARTS_OFFSET);
    }

    /** The table of global reference variables. */
    public int roots() {
        return get(HeapLayout.ROOTS_OFFSET);
    }

    /** Bytes of the free cells that are greater than all that have a bin. */
    public int freeBytes() {
        return get(HeapLayout.FREE_BYTES_OFFSET);
    }

    void freeBytes(int bytes) {
        set(HeapLayout.FREE_BYTES_OFFSET, bytes);
    }

    /** The most bytes that were ever handed out or in bins. */
    public int peakBytes() {
        return get(HeapLayout.PEAK_BYTES_OFFSET);
    }

    void notePeak() {
        int used = end() - base() - freeBytes();
        if (used > peakBytes()) {
            set(HeapLayout.PEAK_BYTES_OFFSET, used);
        }
    }

    /** How often the heap was collected. */
    public int collections() {
        return get(HeapLayout.COLLECTIONS_OFFSET);
    }

    void countCollection() {
        set(HeapLayout.COLLECTIONS_OFFSET, collections() + 1);
    }

    /** Reads a link: the large list's beginning, which is here, or a word in a free cell of {@code cells}. */
    int link(DataMemory cells, int link) {
        return link == largeLink() ? large() : cells.word(link);
    }

    /** Writes a link. */
    void link(DataMemory cells, int link, int cell) {
        if (link == largeLink()) {
            large(cell);
        } else {
            cells.word(link, cell);
        }
    }

    private int get(int offset) {
        return memory.word(address + offset);
    }

    private void set(int offset, int value) {
        memory.word(address + offset, value);
    }
}
