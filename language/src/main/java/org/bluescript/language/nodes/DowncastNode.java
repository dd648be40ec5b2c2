package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.machine.HostMachine;

/** Yields a reference that is an instance of a class; any other is an error. */
public final class DowncastNode extends ExpressionNode {
    /** What is done with null. */
    public enum OfNull {
        PASSES,
        IS_WRONG,
        /** The type says that there is none: like every use of null, it is the error of that. */
        SHOULD_NOT_BE
    }

    private final ClassTest test;
    private final OfNull ofNull;
    @Child private ExpressionNode operand;

    public DowncastNode(
            HostMachine machine, int classRecord, ClassLayout layout, OfNull ofNull, ExpressionNode operand) {
        this.test = new ClassTest(machine, classRecord, layout);
        this.ofNull = ofNull;
        this.operand = operand;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int object = operand.executeInteger(frame);
        if (object == 0 && ofNull == OfNull.SHOULD_NOT_BE) {
            throw failure(RunTimeErrorKind.NULL);
        }
        boolean passes = object == 0 ? ofNull == OfNull.PASSES : test.isMetBy(object);
        if (!passes) {
            throw failure(RunTimeErrorKind.TYPE);
        }
        return object;
    }
}
