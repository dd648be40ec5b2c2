package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.types.Type;

/** Ends the function with a value, or without. */
public final class ReturnNode extends StatementNode {
    private final ValueForm form;
    @Child private ExpressionNode value;

    /** @param value null for none */
    public ReturnNode(Type type, ExpressionNode value) {
        this.form = ValueForm.of(type);
        this.value = value;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        throw new ReturnException(runTail(frame));
    }

    @Override
    public Object runTail(VirtualFrame frame) {
        return value == null ? null : form.box(value, frame);
    }
}
