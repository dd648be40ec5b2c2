package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** An argument as it arrived. */
public final class ArgumentNode extends ExpressionNode {
    private final int index;

    public ArgumentNode(int index) {
        this.index = index;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return (int) frame.getArguments()[index];
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return (float) frame.getArguments()[index];
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return (boolean) frame.getArguments()[index];
    }
}
