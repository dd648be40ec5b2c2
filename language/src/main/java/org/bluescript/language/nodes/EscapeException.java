package org.bluescript.language.nodes;

import com.oracle.truffle.api.nodes.ControlFlowException;
import org.bluescript.language.machine.ProgramFailure;

/**
 * Carries an error out of a function of which a part, from a loop to the end, ran on the device: the handlers around the loop have had it
 * there.
 */
final class EscapeException extends ControlFlowException {
    private static final long serialVersionUID = 1;

    private final transient ProgramFailure failure;

    EscapeException(ProgramFailure failure) {
        this.failure = failure;
    }

    ProgramFailure failure() {
        return failure;
    }
}
