package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RepeatingNode;
import com.oracle.truffle.api.Truffle;

/** A loop: its body and its update, while a condition holds. */
public final class RepeatingLoopNode extends StatementNode {
    @Child private LoopNode loop;

    private RepeatingLoopNode(LoopNode loop) {
        this.loop = loop;
    }

    /** @param condition null if the loop has none */
    public static RepeatingLoopNode whileLoop(ExpressionNode condition, StatementNode body) {
        return new RepeatingLoopNode(Truffle.getRuntime().createLoopNode(new TestFirst(condition, body)));
    }

    public static RepeatingLoopNode doLoop(ExpressionNode condition, StatementNode body) {
        return new RepeatingLoopNode(Truffle.getRuntime().createLoopNode(new TestLast(condition, body)));
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        loop.execute(frame);
    }

    private static final class TestFirst extends Node implements RepeatingNode {
        @Child private ExpressionNode condition;
        @Child private StatementNode body;

        TestFirst(ExpressionNode condition, StatementNode body) {
            this.condition = condition;
            this.body = body;
        }

        @Override
        public boolean executeRepeating(VirtualFrame frame) {
            if (condition != null && !condition.executeBoolean(frame)) {
                return false;
            }
            body.executeVoid(frame);
            return true;
        }
    }

    private static final class TestLast extends Node implements RepeatingNode {
        @Child private ExpressionNode condition;
        @Child private StatementNode body;

        TestLast(ExpressionNode condition, StatementNode body) {
            this.condition = condition;
            this.body = body;
        }

        @Override
        public boolean executeRepeating(VirtualFrame frame) {
            body.executeVoid(frame);
            return condition == null || condition.executeBoolean(frame);
        }
    }
}
