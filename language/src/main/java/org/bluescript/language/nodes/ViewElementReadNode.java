package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.ObjectLayout;

/** Reads an element of an {@code any[]}, which may be a view of an array of another kind. */
public final class ViewElementReadNode extends ExpressionNode {
    private final HostMachine machine;
    private final ArrayForm form;
    private final int classRecord;
    @Child private ExpressionNode array;
    @Child private ExpressionNode index;

    /** @param classRecord of the arrays that are no views */
    public ViewElementReadNode(
            HostMachine machine, ArrayForm form, int classRecord, ExpressionNode array, ExpressionNode index) {
        this.machine = machine;
        this.form = form;
        this.classRecord = classRecord;
        this.array = array;
        this.index = index;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        int i = index.executeInteger(frame);
        if (at == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        boolean isPlain = machine.word(at) == classRecord
                && Integer.compareUnsigned(i, machine.word(at + ObjectLayout.LENGTH_OFFSET)) < 0;
        return isPlain
                ? machine.memory().word(form.address(machine.memory(), at, i))
                : machine.views().element(at, i, this);
    }
}
