package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

/** Evaluates temporaries in order, then the body, whose value it yields. */
public final class LetNode extends ExpressionNode {
    @Children private final StatementNode[] temporaries;
    @Child private ExpressionNode body;

    public LetNode(StatementNode[] temporaries, ExpressionNode body) {
        this.temporaries = temporaries;
        this.body = body;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        begin(frame);
        return body.executeInteger(frame);
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        begin(frame);
        return body.executeFloat(frame);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        begin(frame);
        return body.executeBoolean(frame);
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        begin(frame);
        body.executeVoid(frame);
    }

    @ExplodeLoop
    private void begin(VirtualFrame frame) {
        for (StatementNode temporary : temporaries) {
            temporary.executeVoid(frame);
        }
    }
}
