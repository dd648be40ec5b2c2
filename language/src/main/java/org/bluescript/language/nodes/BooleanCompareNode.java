package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Whether two truths are the same, or are not. */
public final class BooleanCompareNode extends ExpressionNode {
    private final boolean whenSame;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    public BooleanCompareNode(boolean whenSame, ExpressionNode left, ExpressionNode right) {
        this.whenSame = whenSame;
        this.left = left;
        this.right = right;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        boolean a = left.executeBoolean(frame);
        boolean b = right.executeBoolean(frame);
        return (a == b) == whenSame;
    }
}
