package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.HostMachine;

/** Throws an error; null is an error of its own. */
public final class ThrowNode extends StatementNode {
    private final HostMachine machine;
    @Child private ExpressionNode error;

    public ThrowNode(HostMachine machine, ExpressionNode error) {
        this.machine = machine;
        this.error = error;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        int object = error.executeInteger(frame);
        if (object == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        throw machine.errors().thrown(object, this);
    }
}
