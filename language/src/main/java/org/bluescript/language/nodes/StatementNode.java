package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.ProbeNode;

/** Executes a statement. */
@GenerateWrapper
public abstract class StatementNode extends SpannedNode {
    public abstract void executeVoid(VirtualFrame frame);

    /**
     * Executes the statement as the last of its function, and returns the function's result, boxed, if it returned one. The
     * function ends after it in any case. The name must not begin as {@code executeVoid} does: a wrapper would take it for the
     * general form of that. A wrapped statement returns by the exception.
     */
    public Object runTail(VirtualFrame frame) {
        executeVoid(frame);
        return null;
    }

    @Override
    public WrapperNode createWrapper(ProbeNode probe) {
        return new StatementNodeWrapper(this, probe);
    }
}
