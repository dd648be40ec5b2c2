package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Changes the sign of a number; wraps for the least integer. */
public final class NegateNode extends ExpressionNode {
    @Child private ExpressionNode operand;

    public NegateNode(ExpressionNode operand) {
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return -operand.executeInteger(frame);
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return -operand.executeFloat(frame);
    }
}
