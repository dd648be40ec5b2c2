package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.types.ArrayType;

/** Makes an array of given elements, which are all evaluated before it is made. */
public final class ArrayLiteralNode extends ExpressionNode {
    private final HostMachine machine;
    private final int classRecord;
    private final ArrayForm form;
    private final ValueForm element;
    @Children private final ExpressionNode[] elements;

    /** @param elements roots if they are references */
    public ArrayLiteralNode(
            HostMachine machine, int classRecord, ArrayForm form, ArrayType type, ExpressionNode[] elements) {
        this.machine = machine;
        this.classRecord = classRecord;
        this.form = form;
        this.element = ValueForm.of(type.element());
        this.elements = elements;
    }

    @Override
    @ExplodeLoop
    public int executeInteger(VirtualFrame frame) {
        int[] bits = new int[elements.length];
        for (int i = 0; i < elements.length; i++) {
            bits[i] = ElementFill.bits(element, elements[i], frame);
        }
        int array = machine.newArray(classRecord, elements.length, this);
        for (int i = 0; i < elements.length; i++) {
            ElementFill.store(machine.memory(), form, array, i, bits[i]);
        }
        return array;
    }
}
