package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;

/** A string constant that was not laid out with the program: a debugger's. Makes the string each time. */
public final class NewStringNode extends ExpressionNode {
    private final HostMachine machine;
    private final String text;

    public NewStringNode(HostMachine machine, String text) {
        this.machine = machine;
        this.text = text;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return machine.strings().of(text, this);
    }
}
