package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.DynamicOperator;

/** A comparison of two words. */
public final class DynamicCompareNode extends ExpressionNode {
    private final DynamicOperations operations;
    private final DynamicOperator operator;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    public DynamicCompareNode(HostMachine machine, DynamicOperator operator, ExpressionNode left, ExpressionNode right) {
        this.operations = new DynamicOperations(machine);
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int a = left.executeInteger(frame);
        int b = right.executeInteger(frame);
        if (Word.isInteger(a | b)) {
            return switch (operator) {
                case EQUAL -> a == b;
                case NOT_EQUAL -> a != b;
                case LESS -> a < b;
                case LESS_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_EQUAL -> a >= b;
                default -> throw new IllegalStateException("no comparison: " + operator);
            };
        }
        return switch (operator) {
            case EQUAL -> operations.equal(a, b, this);
            case NOT_EQUAL -> !operations.equal(a, b, this);
            default -> operations.compare(operator, a, b, this);
        };
    }
}
