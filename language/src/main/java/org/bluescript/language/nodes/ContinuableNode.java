package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.typed.TypedStatement.Target;

/** The body of a loop, which continues end. */
public final class ContinuableNode extends StatementNode {
    private final Target target;
    @Child private StatementNode body;

    public ContinuableNode(Target target, StatementNode body) {
        this.target = target;
        this.body = body;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        try {
            body.executeVoid(frame);
        } catch (JumpException e) {
            if (!e.continues(target)) {
                throw e;
            }
        }
    }
}
