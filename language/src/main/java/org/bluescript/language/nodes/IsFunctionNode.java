package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;

/** Whether a word of type {@code any} holds a function. */
public final class IsFunctionNode extends ExpressionNode {
    private final HostMachine machine;
    @Child private ExpressionNode word;

    public IsFunctionNode(HostMachine machine, ExpressionNode word) {
        this.machine = machine;
        this.word = word;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return machine.words().isFunction(word.executeInteger(frame));
    }
}
