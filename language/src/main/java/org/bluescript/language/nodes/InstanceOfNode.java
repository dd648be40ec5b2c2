package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.machine.HostMachine;

/** Whether a reference is an instance of a class. Null is not. */
public final class InstanceOfNode extends ExpressionNode {
    private final ClassTest test;
    @Child private ExpressionNode operand;

    public InstanceOfNode(HostMachine machine, int classRecord, ClassLayout layout, ExpressionNode operand) {
        this.test = new ClassTest(machine, classRecord, layout);
        this.operand = operand;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int object = operand.executeInteger(frame);
        return object != 0 && test.isMetBy(object);
    }
}
