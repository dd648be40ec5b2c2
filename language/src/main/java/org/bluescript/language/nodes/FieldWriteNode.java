package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.DataMemory;

/** Writes a field of an object, and yields the value. A null object is noticed after the value has been evaluated. */
public final class FieldWriteNode extends ExpressionNode {
    private final DataMemory memory;
    private final int offset;
    @Child private ExpressionNode object;
    @Child private ExpressionNode value;

    public FieldWriteNode(DataMemory memory, int offset, ExpressionNode object, ExpressionNode value) {
        this.memory = memory;
        this.offset = offset;
        this.object = object;
        this.value = value;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int at = object.executeInteger(frame);
        int result = value.executeInteger(frame);
        memory.word(address(at), result);
        return result;
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        int at = object.executeInteger(frame);
        float result = value.executeFloat(frame);
        memory.word(address(at), Float.floatToRawIntBits(result));
        return result;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int at = object.executeInteger(frame);
        boolean result = value.executeBoolean(frame);
        memory.byteAt(address(at), result ? 1 : 0);
        return result;
    }

    private int address(int at) {
        if (at == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        return at + offset;
    }
}
