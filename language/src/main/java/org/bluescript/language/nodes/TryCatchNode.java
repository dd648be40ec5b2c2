package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.BranchProfile;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;

/** Executes a body, and for an error in it a handler. */
public final class TryCatchNode extends StatementNode {
    private final HostMachine machine;
    private final int errorSlot;
    private final BranchProfile caught = BranchProfile.create();
    @Child private StatementNode body;
    @Child private ExpressionNode error;
    @Child private StatementNode handler;

    /**
     * @param errorSlot where the handler expects the error's address
     * @param error reads it from there, and makes it a root
     */
    public TryCatchNode(
            HostMachine machine, StatementNode body, int errorSlot, ExpressionNode error, StatementNode handler) {
        this.machine = machine;
        this.body = body;
        this.errorSlot = errorSlot;
        this.error = error;
        this.handler = handler;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        try {
            body.executeVoid(frame);
            return;
        } catch (ProgramFailure failure) {
            caught.enter();
            receive(frame, failure);
        }
        handler.executeVoid(frame);
    }

    @Override
    public Object runTail(VirtualFrame frame) {
        try {
            return body.runTail(frame);
        } catch (ProgramFailure failure) {
            caught.enter();
            receive(frame, failure);
        }
        return handler.runTail(frame);
    }

    /** An interruption, which comes from a device that runs something of the body, is not caught. */
    private void receive(VirtualFrame frame, ProgramFailure failure) {
        if (failure.kind() == RunTimeErrorKind.INTERRUPTED) {
            throw failure;
        }
        frame.setIntStatic(errorSlot, machine.errors().caught(failure));
        error.executeInteger(frame);
    }
}
