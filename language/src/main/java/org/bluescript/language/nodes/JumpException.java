package org.bluescript.language.nodes;

import com.oracle.truffle.api.nodes.ControlFlowException;
import org.bluescript.language.typed.TypedStatement.Target;

/** On the way to where a break or a continue leads: one exception for each, made in advance. */
public final class JumpException extends ControlFlowException {
    private static final long serialVersionUID = 1;

    private final transient Target target;
    private final boolean isBreak;

    private JumpException(Target target, boolean isBreak) {
        this.target = target;
        this.isBreak = isBreak;
    }

    static JumpException breakOf(Target target) {
        return new JumpException(target, true);
    }

    static JumpException continueOf(Target target) {
        return new JumpException(target, false);
    }

    boolean breaks(Target other) {
        return isBreak && target == other;
    }

    boolean continues(Target other) {
        return !isBreak && target == other;
    }
}
