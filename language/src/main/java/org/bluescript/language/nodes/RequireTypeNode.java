package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.Word;

/** Takes a reference of a wanted type out of a word of type {@code any}, or the word of a union; anything else is an error. */
public final class RequireTypeNode extends ExpressionNode {
    private final HostMachine machine;
    private final int tests;
    /** What the reference lacks of the word. */
    private final int tag;
    @Child private ExpressionNode word;

    /**
     * @param tests the address of the type's tests
     * @param asWord whether the word itself is wanted
     */
    public RequireTypeNode(HostMachine machine, int tests, boolean asWord, ExpressionNode word) {
        this.machine = machine;
        this.tests = tests;
        this.tag = asWord ? 0 : Word.TAG_POINTER;
        this.word = word;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return machine.words().require(word.executeInteger(frame), tests, this) - tag;
    }
}
