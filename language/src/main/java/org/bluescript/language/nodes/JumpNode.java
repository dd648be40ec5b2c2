package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.typed.TypedStatement.Target;

/** A break or a continue. */
public final class JumpNode extends StatementNode {
    private final JumpException jump;

    private JumpNode(JumpException jump) {
        this.jump = jump;
    }

    public static JumpNode breakOf(Target target) {
        return new JumpNode(JumpException.breakOf(target));
    }

    public static JumpNode continueOf(Target target) {
        return new JumpNode(JumpException.continueOf(target));
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        throw jump;
    }
}
