package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.types.FunctionType;

/** The error of a call, found at run time, with a number of arguments that the function does not take. */
public final class WrongCountNode extends ExpressionNode {
    private final HostMachine machine;
    private final FunctionType type;
    private final int given;

    public WrongCountNode(HostMachine machine, FunctionType type, int given) {
        this.machine = machine;
        this.type = type;
        this.given = given;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        throw machine.words().wrongCount(type.required(), type.hasRest() ? -1 : type.fixed(), given, this);
    }
}
