package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;

/** Whether a word of type {@code any} meets one of the tests for a type. */
public final class IsOfTypeNode extends ExpressionNode {
    private final HostMachine machine;
    private final int tests;
    @Child private ExpressionNode word;

    /** @param tests the address of the type's tests */
    public IsOfTypeNode(HostMachine machine, int tests, ExpressionNode word) {
        this.machine = machine;
        this.tests = tests;
        this.word = word;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return machine.words().isOfType(word.executeInteger(frame), tests);
    }
}
