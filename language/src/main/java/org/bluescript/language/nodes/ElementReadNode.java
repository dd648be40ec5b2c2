package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.DataMemory;

/** Reads an element of an array. */
public final class ElementReadNode extends ElementNode {
    @Child private ExpressionNode array;
    @Child private ExpressionNode index;

    public ElementReadNode(DataMemory memory, ArrayForm form, ExpressionNode array, ExpressionNode index) {
        super(memory, form);
        this.array = array;
        this.index = index;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return form.readInteger(memory, evaluateAddress(frame));
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return Float.intBitsToFloat(memory.word(evaluateAddress(frame)));
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return memory.byteAt(evaluateAddress(frame)) != 0;
    }

    private int evaluateAddress(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        int i = index.executeInteger(frame);
        return address(at, i);
    }
}
