package org.bluescript.cli.fuzz.run;

import java.util.Optional;
import org.bluescript.language.failure.RunTimeErrorKind;

/**
 * What a program did on one side.
 *
 * @param output standard output
 * @param errors standard error
 * @param peak the most bytes of the heap that were ever in use
 */
public record Outcome(String output, String errors, Optional<Failure> failure, int peak, int collections, Memory memory) {
    /** A run-time error. The line is 0 if it is not known. */
    public record Failure(RunTimeErrorKind kind, String message, int line) {
        @Override
        public String toString() {
            return "line " + line + ": " + message;
        }
    }
}
