package org.bluescript.cli.fuzz.run;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.heap.HeapState;

/**
 * Whether a heap is as its format says ({@code bs_heap.h}): cells without gaps up to its end, each with a start bit and none
 * between, every free cell in exactly one list, the right one, and the sums right.
 */
final class HeapCheck {
    private static final int FREE = 2;
    private static final int MARK = 1;

    private final Memory memory;
    private final HeapState heap;
    private final Set<Integer> free = new HashSet<>();

    private HeapCheck(Memory memory, HeapState heap) {
        this.memory = memory;
        this.heap = heap;
    }

    /** What is wrong; empty if nothing is. */
    static Optional<String> of(Memory memory, HeapState heap) {
        HeapCheck check = new HeapCheck(memory, heap);
        return check.cells().or(check::lists);
    }

    private Optional<String> cells() {
        for (int at = heap.base(); at != heap.end(); ) {
            int header = memory.word(at);
            int size = size(at, header);
            if (size <= 0 || size % ObjectLayout.ALIGNMENT != 0 || size > heap.end() - at) {
                return wrong(at, "a cell of %d bytes, header 0x%08x", size, header);
            }
            if (!startsOnlyAt(at, size)) {
                return wrong(at, "start bits are wrong in a cell of %d bytes", size);
            }
            if ((header & FREE) != 0) {
                free.add(at);
            }
            at += size;
        }
        return Optional.empty();
    }

    /** 0 if there is no object and no free cell. */
    private int size(int at, int header) {
        if ((header & MARK) != 0) {
            return 0;
        }
        if ((header & FREE) != 0) {
            return header & ~FREE;
        }
        if (!memory.names().containsKey(header)) {
            return 0;
        }
        int record = memory.word(header);
        if (record >>> 16 != 0) {
            return record >>> 16;
        }
        int length = memory.word(at + ObjectLayout.LENGTH_OFFSET);
        return switch (Kind.values()[record & 0xff]) {
            case STRING -> HeapLayout.stringSize(length);
            case ARRAY -> ObjectLayout.occupied(
                    ObjectLayout.ARRAY_ELEMENTS_OFFSET + length * Element.values()[record >>> 8 & 0xff].size());
            default -> 0;
        };
    }

    private boolean startsOnlyAt(int at, int size) {
        for (int i = 0; i < Math.min(size, 4096); i += ObjectLayout.ALIGNMENT) {
            int granule = (at + i - heap.base()) / ObjectLayout.ALIGNMENT;
            boolean set = (memory.word(heap.starts() + granule / 32 * 4) >>> granule % 32 & 1) != 0;
            if (set != (i == 0)) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> lists() {
        for (int bin = 1; bin <= HeapLayout.LARGEST_BIN / 8; bin++) {
            for (int cell = heap.bin(bin); cell != 0; cell = memory.word(cell + 4)) {
                if (!free.remove(cell) || memory.word(cell) != (bin * 8 | FREE)) {
                    return wrong(cell, "not a free cell for bin %d", bin);
                }
            }
        }
        int bytes = 0;
        int last = 0;
        for (int cell = heap.large(); cell != 0; cell = memory.word(cell + 4)) {
            int size = memory.word(cell) & ~FREE;
            if (!free.remove(cell) || size <= HeapLayout.LARGEST_BIN || Integer.compareUnsigned(cell, last) <= 0) {
                return wrong(cell, "not a large free cell, or not in order: %d bytes", size);
            }
            bytes += size;
            last = cell;
        }
        if (bytes != heap.freeBytes()) {
            return wrong(heap.base(), "%d bytes in large free cells, not %d", bytes, heap.freeBytes());
        }
        return free.stream().findFirst().flatMap(cell -> wrong(cell, "a free cell in no list"));
    }

    private static Optional<String> wrong(int at, String what, Object... values) {
        return Optional.of("0x%08x: ".formatted(at) + what.formatted(values));
    }
}
