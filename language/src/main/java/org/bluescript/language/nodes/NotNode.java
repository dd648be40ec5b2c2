package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** The other truth. */
public final class NotNode extends ExpressionNode {
    @Child private ExpressionNode operand;

    public NotNode(ExpressionNode operand) {
        this.operand = operand;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return !operand.executeBoolean(frame);
    }
}
