package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.typed.Builtin;

/** An operation that changes the length of an {@code any[]}, which may be a view of an array of another kind, or makes another of it. */
public final class ViewOperationNode extends ExpressionNode {
    private final HostMachine machine;
    private final Builtin operation;
    private final int classRecord;
    @Child private ExpressionNode array;
    @Child private ExpressionNode value;

    /**
     * @param classRecord of a copy
     * @param array a root
     * @param value what is added, a root, or the length of what is made; null if nothing is
     */
    public ViewOperationNode(
            HostMachine machine, Builtin operation, int classRecord, ExpressionNode array, ExpressionNode value) {
        this.machine = machine;
        this.operation = operation;
        this.classRecord = classRecord;
        this.array = array;
        this.value = value;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int at = array.executeInteger(frame);
        return switch (operation) {
            case ARRAY_PUSH -> machine.views().push(at, value.executeInteger(frame), this);
            case ARRAY_UNSHIFT -> machine.views().unshift(at, value.executeInteger(frame), this);
            case ARRAY_POP -> machine.views().pop(at, this);
            case ARRAY_SHIFT -> machine.views().shift(at, this);
            case ARRAY_LIKE -> machine.newArray(machine.word(at), value.executeInteger(frame), this);
            case ARRAY_COPY -> machine.views().copy(at, classRecord, this);
            default -> throw new IllegalStateException("not on an array: " + operation);
        };
    }
}
