package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.typed.Builtin;

/** A built-in function from integers to an integer. */
public final class IntegerFunctionNode extends ExpressionNode {
    private final Builtin function;
    @Child private ExpressionNode first;
    @Child private ExpressionNode second;

    public IntegerFunctionNode(Builtin function, ExpressionNode[] arguments) {
        this.function = function;
        this.first = arguments[0];
        this.second = arguments.length > 1 ? arguments[1] : null;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int a = first.executeInteger(frame);
        return switch (function) {
            case ABS_INTEGER -> Math.abs(a);
            case SIGN_INTEGER -> Integer.signum(a);
            case MIN_INTEGER -> Math.min(a, second.executeInteger(frame));
            case MAX_INTEGER -> Math.max(a, second.executeInteger(frame));
            case IMUL -> a * second.executeInteger(frame);
            default -> throw new IllegalStateException("not on integers: " + function);
        };
    }
}
