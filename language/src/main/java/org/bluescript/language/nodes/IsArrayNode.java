package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;

/** Whether a word of type {@code any} holds an array that can be seen as an {@code any[]}. */
public final class IsArrayNode extends ExpressionNode {
    private final HostMachine machine;
    @Child private ExpressionNode word;

    public IsArrayNode(HostMachine machine, ExpressionNode word) {
        this.machine = machine;
        this.word = word;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return machine.words().isArray(word.executeInteger(frame));
    }
}
