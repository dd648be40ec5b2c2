package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.typed.ComparisonOperator;

/** Compares floats; NaN is not equal, less or greater. */
public final class FloatCompareNode extends ExpressionNode {
    private final ComparisonOperator operator;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    public FloatCompareNode(ComparisonOperator operator, ExpressionNode left, ExpressionNode right) {
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        float a = left.executeFloat(frame);
        float b = right.executeFloat(frame);
        return switch (operator) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
        };
    }
}
