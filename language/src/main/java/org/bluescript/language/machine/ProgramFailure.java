package org.bluescript.language.machine;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.Node;
import org.bluescript.language.failure.RunTimeErrorKind;

/** A run-time error of the program, at the node that raised it. */
public final class ProgramFailure extends AbstractTruffleException {
    private static final long serialVersionUID = 1;

    private final RunTimeErrorKind kind;

    private ProgramFailure(RunTimeErrorKind kind, String message, Node place) {
        super(message, UserPlace.of(place));
        this.kind = kind;
    }

    public static ProgramFailure of(RunTimeErrorKind kind, Node place) {
        return new ProgramFailure(kind, kind.message(), place);
    }

    /** One with a text of its own. */
    public static ProgramFailure of(RunTimeErrorKind kind, String text, Node place) {
        return new ProgramFailure(kind, text, place);
    }

    /** An assertion that has a message. */
    public static ProgramFailure assertion(String message, Node place) {
        RunTimeErrorKind kind = RunTimeErrorKind.ASSERT;
        return new ProgramFailure(kind, message.isEmpty() ? kind.message() : kind.message() + ": " + message, place);
    }

    public RunTimeErrorKind kind() {
        return kind;
    }
}
