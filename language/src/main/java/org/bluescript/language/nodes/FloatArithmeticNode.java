package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.math.Power;
import org.bluescript.language.typed.ArithmeticOperator;

/** An operator on floats: binary32, each operation rounded. */
public final class FloatArithmeticNode extends ExpressionNode {
    private final ArithmeticOperator operator;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    public FloatArithmeticNode(ArithmeticOperator operator, ExpressionNode left, ExpressionNode right) {
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        float a = left.executeFloat(frame);
        float b = right.executeFloat(frame);
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case POWER -> Power.pow(a, b);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND, BIT_OR, BIT_XOR ->
                throw new IllegalStateException(operator + " of floats");
        };
    }
}
