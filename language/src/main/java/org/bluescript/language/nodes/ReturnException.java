package org.bluescript.language.nodes;

import com.oracle.truffle.api.nodes.ControlFlowException;

/** Carries a function's boxed result out of it. */
public final class ReturnException extends ControlFlowException {
    private static final long serialVersionUID = 1;

    private final transient Object result;

    ReturnException(Object result) {
        this.result = result;
    }

    Object result() {
        return result;
    }
}
