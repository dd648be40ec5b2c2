package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.machine.HostMachine;

/** Yields a reference that is an instance of a class; any other is an error. */
public final class DowncastNode extends ExpressionNode {
    private final ClassTest test;
    private final boolean nullable;
    @Child private ExpressionNode operand;

    /** @param nullable whether null passes */
    public DowncastNode(
            HostMachine machine, int classRecord, ClassLayout layout, boolean nullable, ExpressionNode operand) {
        this.test = new ClassTest(machine, classRecord, layout);
        this.nullable = nullable;
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int object = operand.executeInteger(frame);
        boolean passes = object == 0 ? nullable : test.isMetBy(object);
        if (!passes) {
            throw failure(RunTimeErrorKind.TYPE);
        }
        return object;
    }
}
