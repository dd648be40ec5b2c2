package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ObjectLayout;

/** The length of an array. */
public final class ArrayLengthNode extends ExpressionNode {
    private final DataMemory memory;
    @Child private ExpressionNode array;

    public ArrayLengthNode(DataMemory memory, ExpressionNode array) {
        this.memory = memory;
        this.array = array;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        if (at == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        return memory.word(at + ObjectLayout.LENGTH_OFFSET);
    }
}
