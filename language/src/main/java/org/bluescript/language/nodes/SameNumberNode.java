package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.math.Comparison;

/** Whether an integer and a float are the same number exactly. */
public final class SameNumberNode extends ExpressionNode {
    @Child private ExpressionNode integer;
    @Child private ExpressionNode number;

    public SameNumberNode(ExpressionNode integer, ExpressionNode number) {
        this.integer = integer;
        this.number = number;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int first = integer.executeInteger(frame);
        float second = number.executeFloat(frame);
        return Comparison.sameNumber(first, second);
    }
}
