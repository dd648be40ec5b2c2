package org.bluescript.cli;

import java.util.List;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.language.source.Diagnostic;

/** Writes a run-time error to standard error: as a compile error is written, then the calls that led there. */
final class RunTimeErrorReport {
    private final Console console;

    RunTimeErrorReport(Console console) {
        this.console = console;
    }

    /** @param fault what the processor said about it; may be empty */
    void print(RunTimeError error, String fault) {
        String message = fault.isEmpty() ? error.message() : error.message() + ": " + fault;
        if (error.place().isPresent()) {
            Diagnostic diagnostic = Diagnostic.of(error.place().get(), message);
            console.writeError(DiagnosticReport.printer(console).print(diagnostic));
        } else {
            console.error(message, List.of());
        }
        printCalls(error);
    }

    /** The innermost call is at the error's own place; of the others the line says enough. */
    private void printCalls(RunTimeError error) {
        boolean first = true;
        for (StackFrame call : error.innermost()) {
            if (first && error.place().isPresent()) {
                console.note("  at " + call.function() + " (" + error.place().get() + ")");
            } else {
                print(call);
            }
            first = false;
        }
        if (error.omitted() > 0) {
            console.note("  ... " + error.omitted() + " more calls ...");
        }
        error.outermost().forEach(this::print);
    }

    private void print(StackFrame call) {
        String line = call.place().map(span -> " (" + span.file().name() + ":" + span.position().line() + ")").orElse("");
        console.note("  at " + call.function() + line);
    }
}
