package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.DataMemory;

/** Writes an element of an array, and yields the value as it was before it wrapped. The index is checked after the value. */
public final class ElementWriteNode extends ElementNode {
    @Child private ExpressionNode array;
    @Child private ExpressionNode index;
    @Child private ExpressionNode value;

    public ElementWriteNode(
            DataMemory memory, ArrayForm form, ExpressionNode array, ExpressionNode index, ExpressionNode value) {
        super(memory, form);
        this.array = array;
        this.index = index;
        this.value = value;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        int i = index.executeInteger(frame);
        int result = value.executeInteger(frame);
        form.writeInteger(memory, address(at, i), result);
        return result;
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        int i = index.executeInteger(frame);
        float result = value.executeFloat(frame);
        memory.word(address(at, i), Float.floatToRawIntBits(result));
        return result;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        int i = index.executeInteger(frame);
        boolean result = value.executeBoolean(frame);
        memory.byteAt(address(at, i), result ? 1 : 0);
        return result;
    }
}
