package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.DataMemory;

/** Reads a field of an object. */
public final class FieldReadNode extends ExpressionNode {
    private final DataMemory memory;
    private final int offset;
    @Child private ExpressionNode object;

    public FieldReadNode(DataMemory memory, int offset, ExpressionNode object) {
        this.memory = memory;
        this.offset = offset;
        this.object = object;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return memory.word(address(frame));
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return Float.intBitsToFloat(memory.word(address(frame)));
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return memory.byteAt(address(frame)) != 0;
    }

    private int address(VirtualFrame frame) {
        int at = object.executeInteger(frame);
        if (at == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        return at + offset;
    }
}
