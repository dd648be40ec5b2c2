package org.bluescript.language.shadow.heap;

import java.util.Arrays;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.Word;

/** Marks what the roots reach: sets bit 0 of the header of each object. {@link Sweeper} takes the marks away. */
final class Marker implements HostRoots.Visitor {
    private static final int LOW_BITS = HeapLayout.MARK | HeapLayout.FREE;

    private final DataMemory memory;
    private final ClassRecords classes;
    private final StartBitmap starts;
    private final int base;
    private final int extent;
    /** Marked, not yet scanned. */
    private int[] stack = new int[256];
    private int top;

    Marker(DataMemory memory, ClassRecords classes, StartBitmap starts, int base, int end) {
        this.memory = memory;
        this.classes = classes;
        this.starts = starts;
        this.base = base;
        this.extent = end - base;
    }

    /** Marks from the program's reference variables; {@code range} is the address of their table. */
    void globals(int range) {
        int count = memory.word(range + HeapLayout.ROOT_COUNT_OFFSET);
        while (count != 0) {
            int start = memory.word(range + HeapLayout.ROOT_START_OFFSET);
            boolean tagged = (start & HeapLayout.ROOT_TAGGED) != 0;
            int first = start & ~HeapLayout.ROOT_TAGGED;
            for (int i = 0; i < count; i++) {
                int word = memory.word(first + 4 * i);
                if (tagged) {
                    tagged(word);
                } else {
                    reference(word);
                }
            }
            range += HeapLayout.ROOT_RANGE_SIZE;
            count = memory.word(range + HeapLayout.ROOT_COUNT_OFFSET);
        }
    }

    @Override
    public void reference(int address) {
        visit(address);
        while (top != 0) {
            scan(stack[--top]);
        }
    }

    @Override
    public void tagged(int word) {
        if ((word & Word.TAG_MASK) == Word.TAG_POINTER) {
            reference(word - Word.TAG_POINTER);
        }
    }

    @Override
    public void conservative(int word) {
        int offset = word - base;
        if (offset < 0 || offset > extent) {
            return;
        }
        int cell = 0;
        if (offset != extent) {
            cell = starts.cellAround(word);
            reference(cell);
        }
        if ((offset == extent || cell == word) && offset != 0) {
            reference(starts.cellAround(word - 8));
        }
    }

    /** Marks the object, if it is one in the heap that is not marked, and remembers to scan it. */
    private void visit(int address) {
        int offset = address - base;
        if (offset < 0 || offset >= extent) {
            return;
        }
        int header = memory.word(address);
        if ((header & LOW_BITS) != 0) {
            return;
        }
        memory.word(address, header | HeapLayout.MARK);
        if (classes.at(header).isLeaf()) {
            return;
        }
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, 2 * top);
        }
        stack[top++] = address;
    }

    private void visitTagged(int word) {
        if ((word & Word.TAG_MASK) == Word.TAG_POINTER) {
            visit(word - Word.TAG_POINTER);
        }
    }

    private void scan(int object) {
        ClassRecord record = classes.at(memory.word(object) & ~LOW_BITS);
        switch (record.kind) {
            case OBJECT, CLOSURE, LARGE, LARGE_CLOSURE -> scanFields(object, record);
            case ARRAY -> scanElements(object, record.element);
            case VECTOR -> visit(memory.word(object + ObjectLayout.VECTOR_ELEMENTS_OFFSET) - ObjectLayout.ARRAY_ELEMENTS_OFFSET);
            case STRING -> { }
        }
    }

    private void scanFields(int object, ClassRecord record) {
        for (int offset : record.references) {
            visit(memory.word(object + offset));
        }
        for (int offset : record.tagged) {
            visitTagged(memory.word(object + offset));
        }
    }

    private void scanElements(int array, Element element) {
        int at = array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        int end = at + 4 * memory.word(array + ObjectLayout.LENGTH_OFFSET);
        if (element == Element.REFERENCE) {
            for (; at != end; at += 4) {
                visit(memory.word(at));
            }
        } else if (element == Element.TAGGED) {
            for (; at != end; at += 4) {
                visitTagged(memory.word(at));
            }
        }
    }
}
