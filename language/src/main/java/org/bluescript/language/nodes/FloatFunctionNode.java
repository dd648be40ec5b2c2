package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.math.Comparison;
import org.bluescript.language.shadow.math.Exponential;
import org.bluescript.language.shadow.math.Hypotenuse;
import org.bluescript.language.shadow.math.InverseTrigonometry;
import org.bluescript.language.shadow.math.Power;
import org.bluescript.language.shadow.math.Trigonometry;
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
            case SIGN_FLOAT -> Comparison.sign(x);
            case MIN_FLOAT -> Comparison.min(x, second.executeFloat(frame));
            case MAX_FLOAT -> Comparison.max(x, second.executeFloat(frame));
            case SQRT -> Power.squareRoot(x);
            case SIN -> Trigonometry.sin(x);
            case COS -> Trigonometry.cos(x);
            case TAN -> Trigonometry.tan(x);
            case ASIN -> InverseTrigonometry.asin(x);
            case ACOS -> InverseTrigonometry.acos(x);
            case ATAN -> InverseTrigonometry.atan(x);
            case ATAN2 -> InverseTrigonometry.atan2(x, second.executeFloat(frame));
            case EXP -> Exponential.exp(x);
            case LOG -> Exponential.log(x);
            case LOG2 -> Exponential.log2(x);
            case LOG10 -> Exponential.log10(x);
            case POW -> Power.pow(x, second.executeFloat(frame));
            case HYPOT -> Hypotenuse.of(x, second.executeFloat(frame));
            default -> throw new IllegalStateException("not on floats: " + function);
        };
    }
}
