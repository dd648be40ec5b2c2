package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.text.FloatText;
import org.bluescript.language.typed.Conversion;

/** Makes a string of a value. */
public final class TextConversionNode extends ExpressionNode {
    private final HostMachine machine;
    private final Conversion conversion;
    @Child private ExpressionNode operand;

    public TextConversionNode(HostMachine machine, Conversion conversion, ExpressionNode operand) {
        this.machine = machine;
        this.conversion = conversion;
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return switch (conversion) {
            case INTEGER_TO_STRING -> ofInteger(operand.executeInteger(frame));
            case FLOAT_TO_STRING -> ofFloat(operand.executeFloat(frame));
            case BOOLEAN_TO_STRING -> machine.strings().of(operand.executeBoolean(frame));
            case REFERENCE_TO_STRING -> machine.texts().toString(operand.executeInteger(frame), this);
            default -> throw new IllegalStateException("not to a string: " + conversion);
        };
    }

    @TruffleBoundary
    private int ofInteger(int value) {
        return machine.strings().of(Integer.toString(value), this);
    }

    @TruffleBoundary
    private int ofFloat(float value) {
        return machine.strings().of(FloatText.of(value), this);
    }
}
