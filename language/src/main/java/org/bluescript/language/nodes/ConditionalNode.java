package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Evaluates one of two branches. */
public final class ConditionalNode extends ExpressionNode {
    @Child private ExpressionNode condition;
    @Child private ExpressionNode whenTrue;
    @Child private ExpressionNode whenFalse;

    public ConditionalNode(ExpressionNode condition, ExpressionNode whenTrue, ExpressionNode whenFalse) {
        this.condition = condition;
        this.whenTrue = whenTrue;
        this.whenFalse = whenFalse;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return condition.executeBoolean(frame) ? whenTrue.executeInteger(frame) : whenFalse.executeInteger(frame);
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return condition.executeBoolean(frame) ? whenTrue.executeFloat(frame) : whenFalse.executeFloat(frame);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return condition.executeBoolean(frame) ? whenTrue.executeBoolean(frame) : whenFalse.executeBoolean(frame);
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        if (condition.executeBoolean(frame)) {
            whenTrue.executeVoid(frame);
        } else {
            whenFalse.executeVoid(frame);
        }
    }
}
