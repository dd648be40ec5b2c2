package org.bluescript.language.nodes;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ObjectLayout;

/** Reads or writes an element of an array. The index is always checked: a proof is for the device. */
abstract class ElementNode extends ExpressionNode {
    final DataMemory memory;
    final ArrayForm form;

    ElementNode(DataMemory memory, ArrayForm form) {
        this.memory = memory;
        this.form = form;
    }

    /** The address of an element; raises an error if there is none. */
    final int address(int array, int index) {
        if (array == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        if (Integer.compareUnsigned(index, memory.word(array + ObjectLayout.LENGTH_OFFSET)) >= 0) {
            throw failure(RunTimeErrorKind.INDEX);
        }
        return form.address(memory, array, index);
    }
}
