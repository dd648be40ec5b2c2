package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Writes a local variable, and yields the value. */
public final class LocalWriteNode extends ExpressionNode {
    private final int slot;
    @Child private ExpressionNode value;

    public LocalWriteNode(int slot, ExpressionNode value) {
        this.slot = slot;
        this.value = value;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int result = value.executeInteger(frame);
        frame.setIntStatic(slot, result);
        return result;
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        float result = value.executeFloat(frame);
        frame.setFloatStatic(slot, result);
        return result;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        boolean result = value.executeBoolean(frame);
        frame.setBooleanStatic(slot, result);
        return result;
    }
}
