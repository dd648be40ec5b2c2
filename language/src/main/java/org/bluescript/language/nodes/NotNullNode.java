package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;

/** Yields a reference or a word; null is an error of the given kind. */
public final class NotNullNode extends ExpressionNode {
    private final RunTimeErrorKind kind;
    private final int nullValue;
    @Child private ExpressionNode operand;

    /** @param nullValue what null is in the form of the operand */
    public NotNullNode(RunTimeErrorKind kind, int nullValue, ExpressionNode operand) {
        this.kind = kind;
        this.nullValue = nullValue;
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int value = operand.executeInteger(frame);
        if (value == nullValue) {
            throw failure(kind);
        }
        return value;
    }
}
