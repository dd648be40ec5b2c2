package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.DynamicOperator;

/** An operator of two words that gives a word. Integers and self-tagged floats are done here, all else by the machine. */
public final class DynamicArithmeticNode extends ExpressionNode {
    private final HostMachine machine;
    private final DynamicOperations operations;
    private final DynamicOperator operator;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    public DynamicArithmeticNode(
            HostMachine machine, DynamicOperator operator, ExpressionNode left, ExpressionNode right) {
        this.machine = machine;
        this.operations = new DynamicOperations(machine);
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        CompilerDirectives.isPartialEvaluationConstant(operator);
        int a = left.executeInteger(frame);
        int b = right.executeInteger(frame);
        if (Word.isInteger(a | b)) {
            switch (operator) {
                case ADD:
                    return machine.words().ofInteger((a >> 3) + (b >> 3), this);
                case SUBTRACT:
                    return machine.words().ofInteger((a >> 3) - (b >> 3), this);
                case MULTIPLY:
                    return machine.words().ofInteger((a >> 3) * (b >> 3), this);
                case BIT_AND:
                    return a & b;
                case BIT_OR:
                    return a | b;
                case BIT_XOR:
                    return a ^ b;
                default:
                    return operations.binary(operator, a, b, this);
            }
        }
        if (Word.isFloat(a) && Word.isFloat(b)) {
            switch (operator) {
                case ADD:
                    return machine.words().ofFloat(Word.toFloat(a) + Word.toFloat(b), this);
                case SUBTRACT:
                    return machine.words().ofFloat(Word.toFloat(a) - Word.toFloat(b), this);
                case MULTIPLY:
                    return machine.words().ofFloat(Word.toFloat(a) * Word.toFloat(b), this);
                case DIVIDE:
                    return machine.words().ofFloat(Word.toFloat(a) / Word.toFloat(b), this);
                default:
                    return operations.binary(operator, a, b, this);
            }
        }
        return operations.binary(operator, a, b, this);
    }
}
