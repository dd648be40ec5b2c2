package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.RootStack;

/** Yields a reference, and notes it in the function's stretch of the root stack. */
public final class RootedNode extends ExpressionNode {
    private final RootStack roots;
    private final int baseSlot;
    private final int index;
    @Child private ExpressionNode reference;

    /**
     * @param baseSlot the frame slot that says where the stretch begins
     * @param index the place in it
     */
    public RootedNode(RootStack roots, int baseSlot, int index, ExpressionNode reference) {
        this.roots = roots;
        this.baseSlot = baseSlot;
        this.index = index;
        this.reference = reference;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int result = reference.executeInteger(frame);
        roots.set(frame.getIntStatic(baseSlot) + index, result);
        return result;
    }
}
