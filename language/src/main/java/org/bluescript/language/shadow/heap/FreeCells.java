package org.bluescript.language.shadow.heap;

import java.util.function.IntConsumer;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;

/**
 * The large free cells of a heap. What lies behind their two words is nobody's: whoever takes memory from them writes it
 * before it is read.
 */
public final class FreeCells {
    /** Words of a free cell that mean something. */
    public static final int HEADER = 8;

    private final DataMemory memory;
    private final HeapState state;

    public FreeCells(DataMemory memory, HeapState state) {
        this.memory = memory;
        this.state = state;
    }

    /** To whom cells are shown. */
    @FunctionalInterface
    public interface Visitor {
        void cell(int address, int bytes);
    }

    /**
     * Shows every large free cell.
     *
     * @param read is called with the address of a cell before its {@link #HEADER} bytes are read
     * @throws HeapDamaged if the list is none
     */
    public void visit(IntConsumer read, Visitor visitor) {
        int base = state.base();
        int end = state.end();
        int before = 0;
        for (int cell = state.large(); cell != 0; ) {
            if ((cell & 7) != 0 || cell - base < 0 || end - cell < HEADER || before != 0 && cell - before <= 0) {
                throw damaged(cell);
            }
            read.accept(cell);
            int header = memory.word(cell);
            int bytes = header & ~HeapLayout.FREE;
            if ((header & HeapLayout.FREE) == 0 || (bytes & 7) != 0 || bytes < HEADER || bytes > end - cell) {
                throw damaged(cell);
            }
            visitor.cell(cell, bytes);
            before = cell;
            cell = memory.word(cell + HeapLayout.NEXT_OFFSET);
        }
    }

    private static HeapDamaged damaged(int cell) {
        return new HeapDamaged("there is no free cell at 0x%08x".formatted(cell));
    }
}
