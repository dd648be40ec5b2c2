package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.typed.TypedStatement.Target;

/** A statement that breaks leave. */
public final class BreakableNode extends StatementNode {
    private final Target target;
    @Child private StatementNode body;

    public BreakableNode(Target target, StatementNode body) {
        this.target = target;
        this.body = body;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        try {
            body.executeVoid(frame);
        } catch (JumpException e) {
            if (!e.breaks(target)) {
                throw e;
            }
        }
    }
}
