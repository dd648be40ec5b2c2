package org.bluescript.language.session;

import java.util.List;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.source.Diagnostic;

/** What came of a line. */
public sealed interface Outcome {
    /** It ended and has a value. */
    record Value(String type, String text) implements Outcome {}

    /** It ended. */
    record Done() implements Outcome {}

    /** It only ends too early, which is its mistake: with more lines it may mean something. Nothing has happened. */
    record Incomplete(List<Diagnostic> mistakes) implements Outcome {}

    /** It was not run, for these reasons; nothing has happened. */
    record Mistakes(List<Diagnostic> all) implements Outcome {}

    /** It was not run, for a reason that is none of its text; nothing has happened. */
    record Refused(String reason) implements Outcome {}

    /** It was stopped by an error. It has declared nothing; what it had done before remains. */
    record Failed(HostedProgram.Failure failure) implements Outcome {}
}
