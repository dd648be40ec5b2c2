package org.bluescript.cli.interchange;

import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.Region;

/**
 * Where things lie in program memory behind the runner's image: operations, for each a byte that says whether it failed, the
 * three addresses that the runner is given, the classes that operations name by number, the test's own classes, and, as one
 * stretch that is compared, the roots, their table, the bitmap and the heap.
 *
 * @param start a multiple of 8
 */
record Site(int start) {
    static final int ROOTS = 16;
    static final int MOST_OPERATIONS = 96;
    static final int MOST_HEAP = 16 * 1024;
    private static final int MOST_CLASSES = 32;
    private static final int TABLE_BYTES = 2 * HeapLayout.ROOT_RANGE_SIZE;

    int operations() {
        return start;
    }

    int failed() {
        return operations() + MOST_OPERATIONS * HeapOperation.BYTES;
    }

    int addresses() {
        return failed() + MOST_OPERATIONS;
    }

    int classTable() {
        return addresses() + 3 * 4;
    }

    /** Where the {@code index}th of the test's own classes is. */
    int testClass(int index) {
        return classTable() + 4 * MOST_CLASSES + 4 + index * TestClass.RECORD_BYTES;
    }

    int roots() {
        return testClass(TestClass.ALL.size());
    }

    int table() {
        return roots() + 4 * ROOTS;
    }

    int bitmap() {
        return table() + TABLE_BYTES;
    }

    private int heap() {
        return bitmap() + HeapLayout.startsBytes(MOST_HEAP);
    }

    HeapPlan plan(int heapBytes) {
        return new HeapPlan(new Region(Address.of(heap()), heapBytes), Address.of(bitmap()), Address.of(table()));
    }

    /** What the host has a copy of. */
    Region shared() {
        return Region.between(Address.of(addresses()), Address.of(heap() + MOST_HEAP));
    }

    /** Bitmap and heap of this size: what the allocator writes. */
    Region allocated(int heapBytes) {
        return Region.between(Address.of(bitmap()), Address.of(heap() + heapBytes));
    }

    /** What is compared for a heap of this size. */
    Region compared(int heapBytes) {
        return Region.between(Address.of(roots()), Address.of(heap() + heapBytes));
    }
}
