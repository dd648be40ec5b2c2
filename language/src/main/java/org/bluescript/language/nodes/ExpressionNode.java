package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Evaluates an expression, in the form that its static type has. Asking for another form is a bug. */
public abstract class ExpressionNode extends SpannedNode {
    /** An integer, an enum's value, or a reference. */
    public int executeInteger(VirtualFrame frame) {
        throw wrongForm("an integer or a reference");
    }

    public float executeFloat(VirtualFrame frame) {
        throw wrongForm("a float");
    }

    public boolean executeBoolean(VirtualFrame frame) {
        throw wrongForm("a boolean");
    }

    /** An expression that has no value. */
    public void executeVoid(VirtualFrame frame) {
        throw wrongForm("nothing");
    }

    private IllegalStateException wrongForm(String form) {
        return new IllegalStateException(getClass().getSimpleName() + " is not " + form);
    }
}
