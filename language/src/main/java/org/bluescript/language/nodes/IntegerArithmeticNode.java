package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.math.Power;
import org.bluescript.language.typed.ArithmeticOperator;

/** An operator on integers; wraps. */
public final class IntegerArithmeticNode extends ExpressionNode {
    private final ArithmeticOperator operator;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    public IntegerArithmeticNode(ArithmeticOperator operator, ExpressionNode left, ExpressionNode right) {
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    /** Java's division and shifts are the device's: the least integer by -1 wraps, counts are taken modulo 32. */
    @Override
    public int executeInteger(VirtualFrame frame) {
        int a = left.executeInteger(frame);
        int b = right.executeInteger(frame);
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / checked(b);
            case REMAINDER -> a % checked(b);
            case POWER -> power(a, b);
            case SHIFT_LEFT -> a << b;
            case SHIFT_RIGHT -> a >> b;
            case SHIFT_RIGHT_UNSIGNED -> a >>> b;
            case BIT_AND -> a & b;
            case BIT_OR -> a | b;
            case BIT_XOR -> a ^ b;
        };
    }

    private int checked(int divisor) {
        if (divisor == 0) {
            throw failure(RunTimeErrorKind.DIVISION);
        }
        return divisor;
    }

    private int power(int base, int exponent) {
        if (exponent < 0) {
            throw failure(RunTimeErrorKind.EXPONENT);
        }
        return Power.integer(base, exponent);
    }
}
