package org.bluescript.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.cli.session.Phases;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.source.Diagnostics;

/** Runs a program that begins on the host, lets Ctrl-C stop it wherever it is, and reports its ending as a board's would be. */
final class HostedRun {
    /** As many calls of a deep stack are shown as of a device's. */
    private static final int INNERMOST = 24;

    private static final int OUTERMOST = 8;

    private final Console console;
    private final Interrupts interrupts;
    private final Phases phases;

    HostedRun(Console console, Interrupts interrupts, Phases phases) {
        this.console = console;
        this.interrupts = interrupts;
        this.phases = phases;
    }

    /**
     * Gives the exit status.
     *
     * @param interruptBoard stops what runs on a board and says whether anything did
     * @param mistakes gives those that were found in inline C, if the program was compiled; null if there is no board
     * @param afterwards happens when the program has ended, before anything is reported
     */
    int run(HostedProgram program, BooleanSupplier interruptBoard, Supplier<Diagnostics> mistakes, Runnable afterwards)
            throws Exception {
        interrupts.onInterrupt(() -> {
            if (!interruptBoard.getAsBoolean()) {
                program.interrupt();
            }
            return true;
        });
        Optional<HostedProgram.Failure> failure;
        try {
            failure = phases.time("ended", program::run);
        } finally {
            interrupts.onInterrupt(null);
            afterwards.run();
        }
        if (mistakes.get() != null && mistakes.get().hasErrors()) {
            new DiagnosticReport(console).print(mistakes.get());
            return ExitStatus.PROGRAM;
        }
        failure.ifPresent(f -> new RunTimeErrorReport(console).print(error(f), ""));
        return failure.map(f -> status(f, mistakes.get() != null)).orElse(ExitStatus.OK);
    }

    /** With a board, all that is no error of the program is trouble with the board. */
    private static int status(HostedProgram.Failure failure, boolean withBoard) {
        if (withBoard && failure.kind().isEmpty()) {
            return ExitStatus.WORLD;
        }
        return failure.kind().filter(k -> k == RunTimeErrorKind.INTERRUPTED).isPresent()
                ? ExitStatus.INTERRUPTED
                : ExitStatus.PROGRAM;
    }

    /** The error as a board would have told it. */
    static RunTimeError error(HostedProgram.Failure failure) {
        List<StackFrame> calls =
                failure.calls().stream().map(c -> new StackFrame(c.function(), c.place())).toList();
        boolean isDeep = calls.size() > INNERMOST + OUTERMOST;
        return new RunTimeError(
                failure.kind().orElse(RunTimeErrorKind.FAULT),
                failure.message(),
                failure.place(),
                isDeep ? calls.subList(0, INNERMOST) : calls,
                isDeep ? calls.size() - INNERMOST - OUTERMOST : 0,
                isDeep ? calls.subList(calls.size() - OUTERMOST, calls.size()) : List.of());
    }
}
