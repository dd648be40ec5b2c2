package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.Words;
import org.bluescript.language.shadow.Word;

/** Whether a word of type {@code any} holds an integer. */
public final class IsIntegerNode extends ExpressionNode {
    private final HostMachine machine;
    @Child private ExpressionNode word;

    public IsIntegerNode(HostMachine machine, ExpressionNode word) {
        this.machine = machine;
        this.word = word;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int value = word.executeInteger(frame);
        return Word.isInteger(value) || !Word.isFloat(value) && machine.words().what(value) == Words.What.INTEGER;
    }
}
