package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.DataMemory;

/** Writes a variable that lies in memory, and yields the value. */
public final class VariableWriteNode extends ExpressionNode {
    private final DataMemory memory;
    @Child private PlaceNode place;
    @Child private ExpressionNode value;

    public VariableWriteNode(DataMemory memory, PlaceNode place, ExpressionNode value) {
        this.memory = memory;
        this.place = place;
        this.value = value;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int result = value.executeInteger(frame);
        memory.word(place.executeAddress(frame), result);
        return result;
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        float result = value.executeFloat(frame);
        memory.word(place.executeAddress(frame), Float.floatToRawIntBits(result));
        return result;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        boolean result = value.executeBoolean(frame);
        memory.byteAt(place.executeAddress(frame), result ? 1 : 0);
        return result;
    }
}
