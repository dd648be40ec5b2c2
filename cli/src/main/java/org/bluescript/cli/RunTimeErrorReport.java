package org.bluescript.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Span;

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
            Diagnostic diagnostic = new Diagnostic(error.place().get(), message, advice(message));
            console.writeError(DiagnosticReport.printer(console).print(diagnostic));
        } else {
            console.error(message, List.of());
        }
        List<String> lines = new ArrayList<>();
        for (StackFrame call : error.innermost()) {
            boolean isPlace = lines.isEmpty() && isOnSameLine(error.place(), call.place());
            lines.add(isPlace ? "  at " + call.function() + " (" + error.place().get() + ")" : line(call));
        }
        printCalls(lines);
        if (error.omitted() > 0) {
            console.note("  ... " + error.omitted() + " more calls ...");
        }
        printCalls(error.outermost().stream().map(RunTimeErrorReport::line).toList());
    }

    /** What to write instead, where the error shows a common mistake. */
    private static Optional<String> advice(String message) {
        return message.equals("wrong type: expected integer, got float")
                ? Optional.of("a variable that starts with an integer holds only those: start it with a float, as in let s = 0.0,"
                        + " or write Math.trunc(…), Math.round(…)")
                : Optional.empty();
    }

    /** Not so for an error that was caught and thrown again: the calls are those of the last time. */
    private static boolean isOnSameLine(Optional<Span> a, Optional<Span> b) {
        return a.isPresent()
                && b.isPresent()
                && a.get().file() == b.get().file()
                && a.get().position().line() == b.get().position().line();
    }

    /** The innermost call is at the error's own place; of the others the line says enough. */
    private static String line(StackFrame call) {
        return "  at " + call.function()
                + call.place().map(span -> " (" + span.file().name() + ":" + span.position().line() + ")").orElse("");
    }

    /** A recursion's calls are counted rather than repeated. */
    private void printCalls(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size() && lines.get(end).equals(lines.get(at))) {
                end++;
            }
            int times = end - at;
            console.note(lines.get(at) + (times > 1 ? ", " + times + " times" : ""));
            at = end;
        }
    }
}
