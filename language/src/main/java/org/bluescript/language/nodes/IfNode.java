package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Executes one of two branches, of which the second may be missing. */
public final class IfNode extends StatementNode {
    @Child private ExpressionNode condition;
    @Child private StatementNode whenTrue;
    @Child private StatementNode whenFalse;

    /** @param whenFalse null if there is none */
    public IfNode(ExpressionNode condition, StatementNode whenTrue, StatementNode whenFalse) {
        this.condition = condition;
        this.whenTrue = whenTrue;
        this.whenFalse = whenFalse;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        if (condition.executeBoolean(frame)) {
            whenTrue.executeVoid(frame);
        } else if (whenFalse != null) {
            whenFalse.executeVoid(frame);
        }
    }

    @Override
    public Object runTail(VirtualFrame frame) {
        if (condition.executeBoolean(frame)) {
            return whenTrue.runTail(frame);
        }
        return whenFalse == null ? null : whenFalse.runTail(frame);
    }
}
