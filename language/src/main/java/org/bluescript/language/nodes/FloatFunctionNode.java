package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.Mathematics;
import org.bluescript.language.typed.Builtin;

/** A built-in function from floats to a float, or to a truth. */
public final class FloatFunctionNode extends ExpressionNode {
    private final Builtin function;
    @Child private ExpressionNode first;
    @Child private ExpressionNode second;

    public FloatFunctionNode(Builtin function, ExpressionNode[] arguments) {
        this.function = function;
        this.first = arguments[0];
        this.second = arguments.length > 1 ? arguments[1] : null;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return Float.isNaN(first.executeFloat(frame));
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        float x = first.executeFloat(frame);
        return switch (function) {
            case ABS_FLOAT -> Math.abs(x);
            case SIGN_FLOAT -> x > 0 ? 1 : x < 0 ? -1 : x;
            case MIN_FLOAT -> Math.min(x, second.executeFloat(frame));
            case MAX_FLOAT -> Math.max(x, second.executeFloat(frame));
            case SQRT -> (float) Math.sqrt(x);
            case SIN -> Mathematics.sin(x);
            case COS -> Mathematics.cos(x);
            case TAN -> Mathematics.tan(x);
            case ASIN -> Mathematics.asin(x);
            case ACOS -> Mathematics.acos(x);
            case ATAN -> Mathematics.atan(x);
            case ATAN2 -> Mathematics.atan2(x, second.executeFloat(frame));
            case EXP -> Mathematics.exp(x);
            case LOG -> Mathematics.log(x);
            case LOG2 -> Mathematics.log2(x);
            case LOG10 -> Mathematics.log10(x);
            case POW -> Mathematics.pow(x, second.executeFloat(frame));
            case HYPOT -> Mathematics.hypot(x, second.executeFloat(frame));
            default -> throw new IllegalStateException("not on floats: " + function);
        };
    }
}
