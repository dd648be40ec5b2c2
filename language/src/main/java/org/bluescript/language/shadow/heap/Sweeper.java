package org.bluescript.language.shadow.heap;

import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.ObjectLayout;

/**
 * Makes the free lists anew from what is not marked, from the lowest address to the highest, and takes the marks away.
 * Neighbours become one cell. Behind a free cell's two words the dead objects' bytes stay as they were, unless poisoned.
 */
final class Sweeper {
    /** What a word of freed memory becomes in a heap under stress. */
    private static final int POISON = 0xdbdbdbdb;

    private final DataMemory memory;
    private final HeapState state;
    private final ClassRecords classes;
    private final StartBitmap starts;
    private final FreeLists lists;
    private final boolean poisons;

    Sweeper(DataMemory memory, HeapState state, ClassRecords classes, StartBitmap starts, FreeLists lists, boolean poisons) {
        this.memory = memory;
        this.state = state;
        this.classes = classes;
        this.starts = starts;
        this.lists = lists;
        this.poisons = poisons;
    }

    void sweep() {
        for (int bin = 0; bin < HeapLayout.BINS; bin++) {
            state.bin(bin, 0);
        }
        int largeBytes = 0;
        int largeEnd = state.largeLink();
        int end = state.end();
        int at = state.base();
        while (at != end) {
            int header = memory.word(at);
            if ((header & HeapLayout.MARK) != 0) {
                memory.word(at, header & ~HeapLayout.MARK);
                at += classes.at(header & ~HeapLayout.MARK).instanceSize(memory.word(at + ObjectLayout.LENGTH_OFFSET));
                continue;
            }
            int run = at;
            at = endOfRun(run, end);
            int size = at - run;
            if (size <= HeapLayout.LARGEST_BIN) {
                lists.putInBin(run, size);
            } else {
                memory.word(run, size | HeapLayout.FREE);
                state.link(memory, largeEnd, run);
                largeEnd = run + HeapLayout.NEXT_OFFSET;
                largeBytes += size;
            }
            if (poisons) {
                poison(run + 8, at);
            }
        }
        state.link(memory, largeEnd, 0);
        state.freeBytes(largeBytes);
    }

    /** Where the run of free and unmarked cells from {@code run} on ends; inside it, no cell begins any more. */
    private int endOfRun(int run, int end) {
        int second = afterUnmarked(run, end);
        int at = second;
        while (at != end && (memory.word(at) & HeapLayout.MARK) == 0) {
            at = afterUnmarked(at, end);
        }
        if (at != second) {
            starts.clear(second, at);
        }
        return at;
    }

    /**
     * The cell after one that is free or not marked. A dead object's length is not asked: a program that was stopped between
     * making an array and writing its length has left another.
     */
    private int afterUnmarked(int cell, int end) {
        int header = memory.word(cell);
        if ((header & HeapLayout.FREE) != 0) {
            return cell + (header & ~HeapLayout.FREE);
        }
        int size = classes.at(header).size;
        return size != 0 ? cell + size : starts.cellAfter(cell, end);
    }

    private void poison(int from, int to) {
        for (int at = from; at != to; at += 4) {
            memory.word(at, POISON);
        }
    }
}
