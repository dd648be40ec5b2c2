package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.typed.ComparisonOperator;

/** Compares integers, or references by identity. */
public final class IntegerCompareNode extends ExpressionNode {
    private final ComparisonOperator operator;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    public IntegerCompareNode(ComparisonOperator operator, ExpressionNode left, ExpressionNode right) {
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int a = left.executeInteger(frame);
        int b = right.executeInteger(frame);
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
