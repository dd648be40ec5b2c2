package org.bluescript.language.shadow.heap;

import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;

/** Takes cells from the free lists, in the way that the device's {@code heap.h} describes. Never collects. */
final class FreeLists {
    private static final int LARGEST = HeapLayout.LARGEST_BIN;

    private final DataMemory memory;
    private final HeapState state;
    private final StartBitmap starts;

    FreeLists(DataMemory memory, HeapState state, StartBitmap starts) {
        this.memory = memory;
        this.state = state;
        this.starts = starts;
    }

    /** A free cell's size. */
    int sizeOf(int cell) {
        return memory.word(cell) & ~HeapLayout.FREE;
    }

    int next(int cell) {
        return memory.word(cell + HeapLayout.NEXT_OFFSET);
    }

    /** Makes the cell a free one of this size, which has a bin, and puts it at the head of its bin. */
    void putInBin(int cell, int size) {
        put(cell, size, state.bin(size / 8));
        state.bin(size / 8, cell);
    }

    /** Writes the two words of a free cell. */
    void put(int cell, int size, int next) {
        memory.word(cell, size | HeapLayout.FREE);
        memory.word(cell + HeapLayout.NEXT_OFFSET, next);
    }

    /** A cell of {@code size} bytes, a positive multiple of 8, with the header of a free one; 0 if there is none. */
    int take(int size) {
        if (size > LARGEST) {
            return takeLarge(size);
        }
        int cell = pop(size);
        return cell != 0 ? cell : refill(size);
    }

    /** The head of the bin for cells of this size, taken off; 0 if it is empty. */
    int pop(int size) {
        int cell = state.bin(size / 8);
        if (cell != 0) {
            state.bin(size / 8, next(cell));
        }
        return cell;
    }

    /** Bytes of all free cells. */
    int freeBytes() {
        int bytes = state.freeBytes();
        for (int bin = 1; bin < HeapLayout.BINS; bin++) {
            for (int cell = state.bin(bin); cell != 0; cell = next(cell)) {
                bytes += bin * 8;
            }
        }
        return bytes;
    }

    /** A small cell when its bin is empty; 0 if no free cell is great enough. */
    private int refill(int size) {
        int source = state.large();
        boolean large = source != 0;
        if (!large) {
            source = unlinkGreater(size);
            if (source == 0) {
                return 0;
            }
        }
        int sourceSize = sizeOf(source);
        int count = Math.min(Math.min(HeapLayout.BATCH_BYTES / size, HeapLayout.BATCH_CELLS), sourceSize / size);
        int restSize = sourceSize - count * size;
        int rest = source + count * size;
        int after = next(source);
        if (restSize > LARGEST) {
            put(rest, restSize, after);
            after = rest;
        } else if (restSize != 0) {
            putInBin(rest, restSize);
        }
        if (restSize != 0) {
            starts.set(rest);
        }
        if (large) {
            state.large(after);
            state.freeBytes(state.freeBytes() - (restSize > LARGEST ? sourceSize - restSize : sourceSize));
            state.notePeak();
        }
        cut(source, size, count, state.bin(size / 8)); // which holds nothing but the rest, perhaps
        state.bin(size / 8, next(source));
        return source;
    }

    /** Takes the head of the greatest bin above {@code size} that has one, or 0. */
    private int unlinkGreater(int size) {
        for (int bin = LARGEST / 8; bin > size / 8; bin--) {
            int cell = state.bin(bin);
            if (cell != 0) {
                state.bin(bin, next(cell));
                return cell;
            }
        }
        return 0;
    }

    /** Cuts cells off, from {@code cell} on, and links each to the next and the last to {@code after}. */
    private void cut(int cell, int size, int count, int after) {
        int last = cell + (count - 1) * size;
        for (int at = cell; at != last; at += size) {
            put(at, size, at + size);
            starts.set(at);
        }
        put(last, size, after);
        starts.set(last);
    }

    /** A cell for more than the largest bin; 0 if no free cell is great enough. */
    private int takeLarge(int size) {
        int link = state.largeLink();
        int source = state.large();
        while (source != 0 && Integer.compareUnsigned(sizeOf(source), size) < 0) {
            link = source + HeapLayout.NEXT_OFFSET;
            source = next(source);
        }
        if (source == 0) {
            return 0;
        }
        int sourceSize = sizeOf(source);
        int restSize = sourceSize - size;
        int cell = source + restSize;
        if (restSize > LARGEST) {
            memory.word(source, restSize | HeapLayout.FREE);
            state.freeBytes(state.freeBytes() - size);
        } else {
            state.link(memory, link, next(source));
            state.freeBytes(state.freeBytes() - sourceSize);
            if (restSize != 0) {
                putInBin(source, restSize);
            }
        }
        state.notePeak();
        memory.word(cell, size | HeapLayout.FREE);
        starts.set(cell);
        return cell;
    }
}
