package org.bluescript.language.shadow;

/** The heap's format: the twin of the device's {@code bs_heap.h}, where it is described. */
public final class HeapLayout {
    public static final int MARK = 1;
    public static final int FREE = 2;

    /** Bytes of the greatest cells that have a list of their own. */
    public static final int LARGEST_BIN = 64;

    /** Bytes of heap for which one byte of the bitmap of cell starts is needed. */
    public static final int BYTES_PER_STARTS_BYTE = 64;

    /** Offset of {@code peak_bytes} in {@code bs_heap_state}: the most bytes ever handed out. */
    public static final int PEAK_BYTES = 4 * (LARGEST_BIN / 8 + 1) + 6 * 4;

    private HeapLayout() {}

    /** Bytes of the bitmap of cell starts for a heap of this many bytes: whole words. */
    public static int startsBytes(int heapBytes) {
        return ((heapBytes + BYTES_PER_STARTS_BYTE - 1) / BYTES_PER_STARTS_BYTE + 3) & -4;
    }
}
