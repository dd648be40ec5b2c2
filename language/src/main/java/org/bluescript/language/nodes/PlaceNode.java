package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ObjectLayout;

/** The address of a variable that lies in memory. Never fails. */
public abstract class PlaceNode extends Node {
    public abstract int executeAddress(VirtualFrame frame);

    /** A global variable. */
    public static PlaceNode global(int address) {
        return new Global(address);
    }

    /** A variable in a cell, whose address is in a frame slot. */
    public static PlaceNode cell(int slot) {
        return new Inside(slot, ObjectLayout.CELL_VALUE_OFFSET);
    }

    /** A variable that the running closure, whose address is in a frame slot, has copied. */
    public static PlaceNode capture(int closureSlot, int index) {
        return new Inside(closureSlot, captureOffset(index));
    }

    /** A variable in a cell that the running closure shares. */
    public static PlaceNode sharedCapture(DataMemory memory, int closureSlot, int index) {
        return new InSharedCell(memory, closureSlot, captureOffset(index));
    }

    private static int captureOffset(int index) {
        return ObjectLayout.CLOSURE_CAPTURES_OFFSET + 4 * index;
    }

    private static final class Global extends PlaceNode {
        private final int address;

        Global(int address) {
            this.address = address;
        }

        @Override
        public int executeAddress(VirtualFrame frame) {
            return address;
        }
    }

    private static final class Inside extends PlaceNode {
        private final int slot;
        private final int offset;

        Inside(int slot, int offset) {
            this.slot = slot;
            this.offset = offset;
        }

        @Override
        public int executeAddress(VirtualFrame frame) {
            return frame.getIntStatic(slot) + offset;
        }
    }

    private static final class InSharedCell extends PlaceNode {
        private final DataMemory memory;
        private final int slot;
        private final int offset;

        InSharedCell(DataMemory memory, int slot, int offset) {
            this.memory = memory;
            this.slot = slot;
            this.offset = offset;
        }

        @Override
        public int executeAddress(VirtualFrame frame) {
            return memory.word(frame.getIntStatic(slot) + offset) + ObjectLayout.CELL_VALUE_OFFSET;
        }
    }
}
