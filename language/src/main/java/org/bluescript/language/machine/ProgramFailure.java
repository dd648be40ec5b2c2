package org.bluescript.language.machine;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.Node;
import org.bluescript.language.failure.RunTimeErrorKind;

/**
 * An error on its way to a handler of the program, or out of it: raised by the runtime at a node, or an object that the program
 * threw.
 */
public final class ProgramFailure extends AbstractTruffleException {
    private static final long serialVersionUID = 1;

    private final RunTimeErrorKind kind;
    private final int text;
    private final transient Errors errors;
    private final int error;

    private ProgramFailure(RunTimeErrorKind kind, String message, int text, Errors errors, int error, Node place) {
        super(message, UserPlace.of(place));
        this.kind = kind;
        this.text = text;
        this.errors = errors;
        this.error = error;
    }

    public static ProgramFailure of(RunTimeErrorKind kind, Node place) {
        return new ProgramFailure(kind, kind.message(), 0, null, 0, place);
    }

    /**
     * An error with a text of its own.
     *
     * @param text the text as the program's string, which is what a handler is told
     * @param message the same
     */
    public static ProgramFailure of(RunTimeErrorKind kind, int text, String message, Node place) {
        return new ProgramFailure(kind, kind.report(message), text, null, 0, place);
    }

    /** @param place where the object was thrown first */
    static ProgramFailure thrown(Errors errors, int error, Node place) {
        return new ProgramFailure(RunTimeErrorKind.THROWN, null, 0, errors, error, place);
    }

    public RunTimeErrorKind kind() {
        return kind;
    }

    /** The address of the string that tells more than the kind, or 0. */
    int text() {
        return text;
    }

    /** The address of the object that was thrown, or 0. */
    int error() {
        return error;
    }

    /** Of a thrown object, what it says by now. */
    @Override
    public String getMessage() {
        return errors == null ? super.getMessage() : errors.report(error);
    }
}
