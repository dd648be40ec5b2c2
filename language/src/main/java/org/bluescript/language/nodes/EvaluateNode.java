package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.types.Type;

/** Evaluates an expression and drops its value. */
public final class EvaluateNode extends StatementNode {
    private final ValueForm form;
    @Child private ExpressionNode expression;

    public EvaluateNode(Type type, ExpressionNode expression) {
        this.form = ValueForm.of(type);
        this.expression = expression;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        form.drop(expression, frame);
    }
}
