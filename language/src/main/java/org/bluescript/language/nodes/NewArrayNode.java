package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.types.Type;

/** Makes an array of a length, filled with one value or with zeros. */
public final class NewArrayNode extends ExpressionNode {
    private final HostMachine machine;
    private final int classRecord;
    private final ArrayForm form;
    private final ValueForm element;
    @Child private ExpressionNode length;
    @Child private ExpressionNode fill;

    /**
     * @param fill a root if it is a reference; null for zeros
     * @param fillType the type of the fill, or null
     */
    public NewArrayNode(
            HostMachine machine, int classRecord, ArrayForm form, ExpressionNode length, ExpressionNode fill, Type fillType) {
        this.machine = machine;
        this.classRecord = classRecord;
        this.form = form;
        this.element = fillType == null ? ValueForm.NOTHING : ValueForm.of(fillType);
        this.length = length;
        this.fill = fill;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int count = length.executeInteger(frame);
        if (fill == null) {
            return machine.newArray(classRecord, count, this);
        }
        int bits = ElementFill.bits(element, fill, frame);
        int array = machine.newArray(classRecord, count, this);
        for (int i = 0; i < count; i++) {
            ElementFill.store(machine.memory(), form, array, i, bits);
        }
        return array;
    }
}
