package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.math.Rounding;
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
            case FLOOR -> Rounding.floor(x);
            case CEIL -> Rounding.ceil(x);
            case ROUND -> Rounding.round(x);
            case TRUNC -> Rounding.truncate(x);
            default -> throw new IllegalStateException("not a rounding: " + function);
        };
    }
}
