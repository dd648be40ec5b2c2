package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.shadow.DataMemory;

/** Evaluates a value of an array's element type to its bits, and stores bits into elements. */
final class ElementFill {
    private ElementFill() {}

    static int bits(ValueForm form, ExpressionNode value, VirtualFrame frame) {
        return switch (form) {
            case INTEGER -> value.executeInteger(frame);
            case FLOAT -> Float.floatToRawIntBits(value.executeFloat(frame));
            case BOOLEAN -> value.executeBoolean(frame) ? 1 : 0;
            case NOTHING -> throw new IllegalStateException("an element without a value");
        };
    }

    static void store(DataMemory memory, ArrayForm form, int array, int index, int bits) {
        form.writeInteger(memory, form.address(memory, array, index), bits);
    }
}
