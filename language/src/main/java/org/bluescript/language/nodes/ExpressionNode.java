package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags.ExpressionTag;
import com.oracle.truffle.api.instrumentation.Tag;
import org.bluescript.language.types.Type;

/** Evaluates an expression, in the form that its static type has. Asking for another form is a bug. */
@GenerateWrapper
public abstract class ExpressionNode extends SpannedNode {
    private Type type;
    private VariableAccess access;

    /** Says what the values are, for tools; called once, by the translator. */
    public final void type(Type staticType) {
        type = staticType;
    }

    /** Says that the expression reads or writes a variable, for tools; called once, by the translator. */
    public final void accesses(VariableAccess variable) {
        access = variable;
    }

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

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == ExpressionTag.class || access != null && access.hasTag(tag) || super.hasTag(tag);
    }

    @Override
    public final Object getNodeObject() {
        return access;
    }

    @Override
    Object shown(Object value) {
        return type != null && getRootNode() instanceof FunctionRootNode root ? root.tools().value(type, value) : null;
    }

    @Override
    public WrapperNode createWrapper(ProbeNode probe) {
        return new ExpressionNodeWrapper(this, probe);
    }

    private IllegalStateException wrongForm(String form) {
        return new IllegalStateException(getClass().getSimpleName() + " is not " + form);
    }
}
