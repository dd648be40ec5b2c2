package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.machine.HostMachine;

/** Whether a word of type {@code any} holds an instance of a class. */
public final class WordInstanceOfNode extends ExpressionNode {
    private final HostMachine machine;
    private final int first;
    private final int last;
    @Child private ExpressionNode word;

    public WordInstanceOfNode(HostMachine machine, ClassLayout layout, ExpressionNode word) {
        this.machine = machine;
        this.first = layout.id();
        this.last = layout.lastId();
        this.word = word;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return machine.words().isInstance(word.executeInteger(frame), first, last);
    }
}
