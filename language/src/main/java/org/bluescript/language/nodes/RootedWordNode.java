package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.RootStack;
import org.bluescript.language.shadow.Word;

/** Yields a word of type {@code any}, and notes the object that it may hold in the function's stretch of the root stack. */
public final class RootedWordNode extends ExpressionNode {
    private final RootStack roots;
    private final int baseSlot;
    private final int index;
    @Child private ExpressionNode word;

    /** As for {@link RootedNode}. */
    public RootedWordNode(RootStack roots, int baseSlot, int index, ExpressionNode word) {
        this.roots = roots;
        this.baseSlot = baseSlot;
        this.index = index;
        this.word = word;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int result = word.executeInteger(frame);
        roots.set(frame.getIntStatic(baseSlot) + index, Word.objectIn(result));
        return result;
    }
}
