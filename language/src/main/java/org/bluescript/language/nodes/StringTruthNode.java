package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.Strings;

/** Whether a string is neither null nor empty. */
public final class StringTruthNode extends ExpressionNode {
    private final Strings strings;
    @Child private ExpressionNode operand;

    public StringTruthNode(Strings strings, ExpressionNode operand) {
        this.strings = strings;
        this.operand = operand;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int string = operand.executeInteger(frame);
        return string != 0 && strings.length(string, this) != 0;
    }
}
