package org.bluescript.language.shadow.heap;

import org.bluescript.language.shadow.DataMemory;

/** One bit for each granule, 8 bytes of the heap, set where a cell begins. */
final class StartBitmap {
    private final DataMemory memory;
    private final int starts;
    private final int base;

    /** @param starts the address of the bitmap, whole words; {@code base} that of the heap */
    StartBitmap(DataMemory memory, int starts, int base) {
        this.memory = memory;
        this.starts = starts;
        this.base = base;
    }

    void clearAll(int heapBytes) {
        memory.clear(starts, (heapBytes / 8 + 31) / 32 * 4);
    }

    void set(int cell) {
        int granule = cell - base >>> 3;
        int word = wordOf(granule);
        memory.word(word, memory.word(word) | 1 << granule);
    }

    /** Clears the bits of all granules from the one at {@code from} to before the one at {@code to}; at least one. */
    void clear(int from, int to) {
        int first = from - base >>> 3;
        int end = to - base >>> 3;
        int word = wordOf(first);
        int last = wordOf(end);
        int keep = (1 << first) - 1;
        int keepLast = -1 << end;
        if (word == last) {
            memory.word(word, memory.word(word) & (keep | keepLast));
            return;
        }
        memory.word(word, memory.word(word) & keep);
        memory.clear(word + 4, last - word - 4);
        if (end % 32 != 0) {
            memory.word(last, memory.word(last) & keepLast);
        }
    }

    /** The cell in which the byte at {@code address} lies, which is in the heap. */
    int cellAround(int address) {
        int granule = address - base >>> 3;
        int word = wordOf(granule);
        int bits = memory.word(word) << 31 - granule % 32;
        if (bits != 0) {
            return base + (granule - Integer.numberOfLeadingZeros(bits)) * 8;
        }
        do {
            word -= 4;
            bits = memory.word(word);
        } while (bits == 0);
        return base + ((word - starts) * 8 + 31 - Integer.numberOfLeadingZeros(bits)) * 8;
    }

    /** The first cell behind the one at {@code cell}, or the heap's end. */
    int cellAfter(int cell, int end) {
        int granule = (cell - base >>> 3) + 1;
        int endGranule = end - base >>> 3;
        while (granule < endGranule) {
            int bits = memory.word(wordOf(granule)) >>> granule;
            if (bits != 0) {
                return base + (granule + Integer.numberOfTrailingZeros(bits)) * 8;
            }
            granule = (granule | 31) + 1;
        }
        return end;
    }

    private int wordOf(int granule) {
        return starts + (granule >>> 5) * 4;
    }
}
