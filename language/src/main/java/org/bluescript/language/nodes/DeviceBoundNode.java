package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.DeviceBound;

/** In the place of a function's body that holds inline C. */
public final class DeviceBoundNode extends StatementNode {
    private final String function;

    public DeviceBoundNode(String function) {
        this.function = function;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        CompilerDirectives.transferToInterpreter();
        throw new DeviceBound(function, this);
    }
}
