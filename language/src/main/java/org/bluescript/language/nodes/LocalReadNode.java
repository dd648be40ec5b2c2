package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Reads a local variable from its frame slot. */
public final class LocalReadNode extends ExpressionNode {
    private final int slot;

    public LocalReadNode(int slot) {
        this.slot = slot;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return frame.getIntStatic(slot);
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return frame.getFloatStatic(slot);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return frame.getBooleanStatic(slot);
    }
}
