package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.Strings;
import org.bluescript.language.typed.ComparisonOperator;

/** Compares strings by their bytes; for equality either may be null. */
public final class StringCompareNode extends ExpressionNode {
    private final Strings strings;
    private final ComparisonOperator operator;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    public StringCompareNode(Strings strings, ComparisonOperator operator, ExpressionNode left, ExpressionNode right) {
        this.strings = strings;
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int a = left.executeInteger(frame);
        int b = right.executeInteger(frame);
        return switch (operator) {
            case EQUAL -> strings.equal(a, b, this);
            case NOT_EQUAL -> !strings.equal(a, b, this);
            case LESS -> strings.compare(a, b, this) < 0;
            case LESS_EQUAL -> strings.compare(a, b, this) <= 0;
            case GREATER -> strings.compare(a, b, this) > 0;
            case GREATER_EQUAL -> strings.compare(a, b, this) >= 0;
        };
    }
}
