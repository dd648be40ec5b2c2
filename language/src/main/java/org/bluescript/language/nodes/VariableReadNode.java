package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.DataMemory;

/** Reads a variable that lies in memory. */
public final class VariableReadNode extends ExpressionNode {
    private final DataMemory memory;
    @Child private PlaceNode place;

    public VariableReadNode(DataMemory memory, PlaceNode place) {
        this.memory = memory;
        this.place = place;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return memory.word(place.executeAddress(frame));
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return Float.intBitsToFloat(memory.word(place.executeAddress(frame)));
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return memory.byteAt(place.executeAddress(frame)) != 0;
    }
}
