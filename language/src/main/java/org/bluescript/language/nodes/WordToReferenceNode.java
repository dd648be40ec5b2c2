package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;

/** Takes a reference of a wanted type out of a word of type {@code any}; anything else is an error. */
public final class WordToReferenceNode extends ExpressionNode {
    private final HostMachine machine;
    private final int tests;
    @Child private ExpressionNode word;

    /** @param tests the address of the type's tests */
    public WordToReferenceNode(HostMachine machine, int tests, ExpressionNode word) {
        this.machine = machine;
        this.tests = tests;
        this.word = word;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return machine.words().toReference(word.executeInteger(frame), tests, this);
    }
}
