package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.typed.Builtin;

/** From a float to an integer: saturating, 0 for NaN. */
public final class RoundingNode extends ExpressionNode {
    private final Builtin function;
    @Child private ExpressionNode operand;

    public RoundingNode(Builtin function, ExpressionNode operand) {
        this.function = function;
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        float x = operand.executeFloat(frame);
        return switch (function) {
            case FLOOR -> floor(x);
            case CEIL -> ceil(x);
            case ROUND -> round(x);
            case TRUNC -> (int) x;
            default -> throw new IllegalStateException("not a rounding: " + function);
        };
    }

    private static int floor(float x) {
        int towardZero = (int) x;
        return towardZero > Integer.MIN_VALUE && towardZero > x ? towardZero - 1 : towardZero;
    }

    private static int ceil(float x) {
        int towardZero = (int) x;
        return towardZero < Integer.MAX_VALUE && towardZero < x ? towardZero + 1 : towardZero;
    }

    /** Halves go up. The difference is exact. */
    private static int round(float x) {
        int floor = floor(x);
        return floor < Integer.MAX_VALUE && x - floor >= 0.5f ? floor + 1 : floor;
    }
}
