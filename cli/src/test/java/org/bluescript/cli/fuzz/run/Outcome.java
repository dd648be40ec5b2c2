package org.bluescript.cli.fuzz.run;

import java.util.Optional;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.heap.HeapState;

/**
 * What a program did on one side.
 *
 * @param output standard output
 * @param errors standard error
 * @param heap the allocator's state at the end
 */
public record Outcome(String output, String errors, Optional<Failure> failure, HeapState heap, Memory memory) {
    /** The most bytes of the heap that were ever in use. */
    int peak() {
        return heap.peakBytes();
    }

    int collections() {
        return heap.collections();
    }

    /** A run-time error. The line is 0 if it is not known. */
    public record Failure(RunTimeErrorKind kind, String message, int line) {
        @Override
        public String toString() {
            return "line " + line + ": " + message;
        }
    }
}
