package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.typed.Conversion;

/** Converts numbers and truths into one another. */
public final class NumberConversionNode extends ExpressionNode {
    private final Conversion conversion;
    @Child private ExpressionNode operand;

    public NumberConversionNode(Conversion conversion, ExpressionNode operand) {
        this.conversion = conversion;
        this.operand = operand;
    }

    /** Java's conversion of floats is the device's: toward zero, saturating, 0 for NaN. */
    @Override
    public int executeInteger(VirtualFrame frame) {
        return switch (conversion) {
            case FLOAT_TO_INTEGER -> (int) operand.executeFloat(frame);
            case BOOLEAN_TO_INTEGER -> operand.executeBoolean(frame) ? 1 : 0;
            default -> super.executeInteger(frame);
        };
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return operand.executeInteger(frame);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return switch (conversion) {
            case INTEGER_TO_BOOLEAN, REFERENCE_TO_BOOLEAN -> operand.executeInteger(frame) != 0;
            case FLOAT_TO_BOOLEAN -> isTrue(operand.executeFloat(frame));
            default -> super.executeBoolean(frame);
        };
    }

    private static boolean isTrue(float value) {
        return value < 0 || value > 0;
    }
}
