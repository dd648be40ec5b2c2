package org.bluescript.language.shadow;

/** The heap's format: the twin of the device's {@code bs_heap.h}, where it is described. */
public final class HeapLayout {
    public static final int MARK = 1;
    public static final int FREE = 2;

    /** Bytes of the greatest cells that have a list of their own. */
    public static final int LARGEST_BIN = 64;

    /** Bytes of heap for which one byte of the bitmap of cell starts is needed. */
    public static final int BYTES_PER_STARTS_BYTE = 64;

    /** How many lists of small cells there are; the first is not used. */
    public static final int BINS = LARGEST_BIN / 8 + 1;

    /** A free cell's second word: the address of the next free cell in its list, or 0. */
    public static final int NEXT_OFFSET = 4;

    /** Most cells, and most bytes, that are cut off at once for a list of small cells. */
    public static final int BATCH_CELLS = 32;
    public static final int BATCH_BYTES = 1024;

    /** A collection that leaves less than this part of the heap free counts as a failure. */
    public static final int STARVED = 64;

    /** Offsets in {@code bs_heap_state}. */
    public static final int BINS_OFFSET = 0;
    public static final int LARGE_OFFSET = 4 * BINS;
    public static final int BASE_OFFSET = LARGE_OFFSET + 4;
    public static final int END_OFFSET = BASE_OFFSET + 4;
    public static final int STARTS_OFFSET = END_OFFSET + 4;
    public static final int ROOTS_OFFSET = STARTS_OFFSET + 4;
    public static final int FREE_BYTES_OFFSET = ROOTS_OFFSET + 4;
    public static final int PEAK_BYTES_OFFSET = FREE_BYTES_OFFSET + 4;
    public static final int COLLECTIONS_OFFSET = PEAK_BYTES_OFFSET + 4;

    /** Bytes of {@code bs_heap_state}. */
    public static final int STATE_SIZE = COLLECTIONS_OFFSET + 4;

    /**
     * A range of root variables ({@code bs_root_range}): the address of the first, with {@link #ROOT_TAGGED} if they are of
     * type {@code any}, and how many.
     */
    public static final int ROOT_START_OFFSET = 0;
    public static final int ROOT_COUNT_OFFSET = 4;
    public static final int ROOT_RANGE_SIZE = 8;
    public static final int ROOT_TAGGED = 1;

    private HeapLayout() {}

    /** Bytes of the bitmap of cell starts for a heap of this many bytes: whole words. */
    public static int startsBytes(int heapBytes) {
        return ((heapBytes + BYTES_PER_STARTS_BYTE - 1) / BYTES_PER_STARTS_BYTE + 3) & -4;
    }

    /** Bytes that a string of {@code length} bytes occupies: with the 0 byte behind them. */
    public static int stringSize(int length) {
        return ObjectLayout.occupied(ObjectLayout.STRING_BYTES_OFFSET + length + 1);
    }
}
