package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;

/** How many arguments a function takes at most, of which nothing is known but its word. */
public final class ParameterCountNode extends ExpressionNode {
    private final HostMachine machine;
    @Child private ExpressionNode function;

    public ParameterCountNode(HostMachine machine, ExpressionNode function) {
        this.machine = machine;
        this.function = function;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return machine.words().parameterCount(function.executeInteger(frame), this);
    }
}
