package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;

/** Yields a reference; null is an error of the given kind. */
public final class NotNullNode extends ExpressionNode {
    private final RunTimeErrorKind kind;
    @Child private ExpressionNode operand;

    public NotNullNode(RunTimeErrorKind kind, ExpressionNode operand) {
        this.kind = kind;
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int object = operand.executeInteger(frame);
        if (object == 0) {
            throw failure(kind);
        }
        return object;
    }
}
