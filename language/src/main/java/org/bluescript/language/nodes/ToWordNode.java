package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.Conversion;

/** Makes a word of type {@code any}. */
public final class ToWordNode extends ExpressionNode {
    private final HostMachine machine;
    private final Conversion conversion;
    @Child private ExpressionNode operand;

    public ToWordNode(HostMachine machine, Conversion conversion, ExpressionNode operand) {
        this.machine = machine;
        this.conversion = conversion;
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return switch (conversion) {
            case INTEGER_TO_ANY -> machine.words().ofInteger(operand.executeInteger(frame), this);
            case FLOAT_TO_ANY -> machine.words().ofFloat(operand.executeFloat(frame), this);
            case BOOLEAN_TO_ANY -> Word.ofBoolean(operand.executeBoolean(frame));
            case REFERENCE_TO_ANY -> operand.executeInteger(frame) + Word.TAG_POINTER;
            default -> throw new IllegalStateException("not to any: " + conversion);
        };
    }
}
