package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** The bits of a float as an integer; every NaN has the same. */
public final class FloatBitsNode extends ExpressionNode {
    @Child private ExpressionNode operand;

    public FloatBitsNode(ExpressionNode operand) {
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return Float.floatToIntBits(operand.executeFloat(frame));
    }
}
