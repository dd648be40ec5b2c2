package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.types.Type;

/** An operation on an array that changes its length, or copies it. */
public final class ArrayOperationNode extends ExpressionNode {
    private final HostMachine machine;
    private final DataMemory memory;
    private final Builtin operation;
    private final ArrayForm form;
    private final ValueForm element;
    @Child private ExpressionNode array;
    @Child private ExpressionNode value;

    /**
     * @param array a root
     * @param value what is added, a root if it is a reference; null if nothing is
     */
    public ArrayOperationNode(
            HostMachine machine, Builtin operation, ArrayForm form, Type element, ExpressionNode array, ExpressionNode value) {
        this.machine = machine;
        this.memory = machine.memory();
        this.operation = operation;
        this.form = form;
        this.element = ValueForm.of(element);
        this.array = array;
        this.value = value;
    }

    /** The new length, the element that was taken away, or the copy. */
    @Override
    public int executeInteger(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        return switch (operation) {
            case ARRAY_PUSH -> push(at, ElementFill.bits(element, value, frame));
            case ARRAY_UNSHIFT -> unshift(at, ElementFill.bits(element, value, frame));
            case ARRAY_COPY -> machine.copyArray(checked(at), this);
            default -> take(at);
        };
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return Float.intBitsToFloat(take(array.executeInteger(frame)));
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return take(array.executeInteger(frame)) != 0;
    }

    private int push(int vector, int bits) {
        int length = length(vector);
        if (length == memory.word(vector + ObjectLayout.VECTOR_CAPACITY_OFFSET)) {
            machine.growVector(vector, this);
        }
        ElementFill.store(memory, form, vector, length, bits);
        memory.word(vector + ObjectLayout.LENGTH_OFFSET, length + 1);
        return length + 1;
    }

    private int unshift(int vector, int bits) {
        machine.unshiftVector(checked(vector), this);
        ElementFill.store(memory, form, vector, 0, bits);
        return length(vector);
    }

    private int take(int vector) {
        int length = length(vector);
        if (length == 0) {
            throw failure(RunTimeErrorKind.EMPTY);
        }
        return switch (operation) {
            case ARRAY_POP -> pop(vector, length - 1);
            case ARRAY_SHIFT -> shift(vector);
            default -> throw new IllegalStateException("not on an array: " + operation);
        };
    }

    private int pop(int vector, int last) {
        int address = form.address(memory, vector, last);
        int bits = form.readInteger(memory, address);
        memory.word(vector + ObjectLayout.LENGTH_OFFSET, last);
        form.writeInteger(memory, address, 0);
        return bits;
    }

    private int shift(int vector) {
        int bits = form.readInteger(memory, form.address(memory, vector, 0));
        machine.shiftVector(vector);
        return bits;
    }

    private int length(int vector) {
        return memory.word(checked(vector) + ObjectLayout.LENGTH_OFFSET);
    }

    private int checked(int vector) {
        if (vector == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        return vector;
    }
}
