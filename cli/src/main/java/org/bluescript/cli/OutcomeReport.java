package org.bluescript.cli;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.source.Diagnostic;

/** Writes what came of a line: its value to standard output, all else to standard error. */
final class OutcomeReport {
    private static final String DIM = "\033[2m";
    private static final String RESET = "\033[0m";

    private final Console console;
    private final boolean types;

    /** @param types whether values are shown with their types */
    OutcomeReport(Console console, boolean types) {
        this.console = console;
        this.types = types;
    }

    void print(Outcome outcome) {
        switch (outcome) {
            case Outcome.Value v when types -> console.printLine(console.coloredOutput()
                    ? v.text() + DIM + ": " + v.type() + RESET
                    : v.text() + ": " + v.type());
            case Outcome.Value v -> console.printLine(v.text());
            case Outcome.Done d -> {}
            case Outcome.Incomplete i -> print(i.mistakes());
            case Outcome.Mistakes m -> print(m.all());
            case Outcome.Refused r -> console.error(r.reason(), List.of());
            case Outcome.Failed f -> new RunTimeErrorReport(console).print(HostedRun.error(f.failure()), "");
        }
    }

    private void print(List<Diagnostic> mistakes) {
        mistakes.forEach(d -> console.writeError(DiagnosticReport.printer(console).print(d)));
    }

    /** The exit status that the outcome stands for. */
    static int status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value v -> ExitStatus.OK;
            case Outcome.Done d -> ExitStatus.OK;
            case Outcome.Failed f when f.failure().kind().equals(Optional.of(RunTimeErrorKind.INTERRUPTED)) ->
                ExitStatus.INTERRUPTED;
            case Outcome.Incomplete i -> ExitStatus.PROGRAM;
            case Outcome.Mistakes m -> ExitStatus.PROGRAM;
            case Outcome.Refused r -> ExitStatus.PROGRAM;
            case Outcome.Failed f -> ExitStatus.PROGRAM;
        };
    }
}
