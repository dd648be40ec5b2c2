package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.typed.DynamicOperator;

/** An operation on words that is neither one of two numbers nor a comparison. */
public final class DynamicNode extends ExpressionNode {
    private final HostMachine machine;
    private final DynamicOperations operations;
    private final DynamicOperator operator;
    /** The addresses of the strings that {@code typeof} gives; empty for other operators. */
    @CompilationFinal(dimensions = 1) private final int[] typeNames;
    @Child private ExpressionNode first;
    @Child private ExpressionNode second;
    @Child private ExpressionNode third;

    /** @param operands one to three */
    public DynamicNode(HostMachine machine, DynamicOperator operator, int[] typeNames, ExpressionNode... operands) {
        this.machine = machine;
        this.operations = new DynamicOperations(machine);
        this.operator = operator;
        this.typeNames = typeNames;
        this.first = operands[0];
        this.second = operands.length > 1 ? operands[1] : null;
        this.third = operands.length > 2 ? operands[2] : null;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int a = first.executeInteger(frame);
        return switch (operator) {
            case NEGATE, PLUS, BIT_NOT, INCREMENT, DECREMENT -> operations.unary(operator, a, this);
            case TYPE_OF -> typeNames[machine.words().type(a)];
            case LENGTH -> machine.views().lengthOf(a, this);
            case ELEMENT -> machine.views().elementOf(a, second.executeInteger(frame), this);
            case ITEM -> machine.views().itemOf(a, second.executeInteger(frame), this);
            case ITEM_STEP -> machine.views().stepOf(a, second.executeInteger(frame));
            case SET_ELEMENT -> {
                int index = second.executeInteger(frame);
                int value = third.executeInteger(frame);
                machine.views().setElementOf(a, index, value, this);
                yield value;
            }
            default -> throw new IllegalStateException("has a node of its own: " + operator);
        };
    }
}
