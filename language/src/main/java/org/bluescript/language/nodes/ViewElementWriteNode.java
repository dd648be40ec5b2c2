package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.HostMachine;

/** Writes an element of an {@code any[]}, which may be a view of an array of another kind, and yields the value. */
public final class ViewElementWriteNode extends ExpressionNode {
    private final HostMachine machine;
    @Child private ExpressionNode array;
    @Child private ExpressionNode index;
    @Child private ExpressionNode value;

    public ViewElementWriteNode(
            HostMachine machine, ExpressionNode array, ExpressionNode index, ExpressionNode value) {
        this.machine = machine;
        this.array = array;
        this.index = index;
        this.value = value;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        int i = index.executeInteger(frame);
        int word = value.executeInteger(frame);
        if (at == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        machine.views().setElement(at, i, word, this);
        return word;
    }
}
