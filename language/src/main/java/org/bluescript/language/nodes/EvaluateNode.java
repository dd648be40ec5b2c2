package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.types.Type;

/** Evaluates an expression and drops its value. */
public final class EvaluateNode extends StatementNode {
    private final ValueForm form;
    @Child private ExpressionNode expression;

    private EvaluateNode(ValueForm form, ExpressionNode expression) {
        this.form = form;
        this.expression = expression;
    }

    /** An expression of a static type. */
    public static EvaluateNode of(Type type, ExpressionNode expression) {
        return new EvaluateNode(ValueForm.of(type), expression);
    }

    /** An expression that gives an address, perhaps of something that has no static type. */
    public static EvaluateNode ofReference(ExpressionNode expression) {
        return new EvaluateNode(ValueForm.INTEGER, expression);
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        form.drop(expression, frame);
    }
}
