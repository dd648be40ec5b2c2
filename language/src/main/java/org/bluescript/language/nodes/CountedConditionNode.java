package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.observation.Counter;

/** Yields a condition, of which it counts how often it was true and false. */
public final class CountedConditionNode extends ExpressionNode {
    private final Counter whenTrue;
    private final Counter whenFalse;
    @Child private ExpressionNode condition;

    public CountedConditionNode(Counter whenTrue, Counter whenFalse, ExpressionNode condition) {
        this.whenTrue = whenTrue;
        this.whenFalse = whenFalse;
        this.condition = condition;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        boolean result = condition.executeBoolean(frame);
        if (result) {
            whenTrue.add();
        } else {
            whenFalse.add();
        }
        return result;
    }
}
