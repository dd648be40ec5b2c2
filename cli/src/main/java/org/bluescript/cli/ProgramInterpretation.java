package org.bluescript.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** Runs one program on the host, by the interpreter: no board, no compiler, the same output and the same reports. */
final class ProgramInterpretation {
    /** As many calls of a deep stack are shown as of a device's. */
    private static final int INNERMOST = 24;

    private static final int OUTERMOST = 8;

    /** There may be no compiler in this process; that is no news. */
    private static final Map<String, String> OPTIONS = Map.of("engine.WarnInterpreterOnly", "false");

    private final Console console;
    private final Interrupts interrupts;
    private final RunOptions options;
    private final Phases phases;

    ProgramInterpretation(Console console, Interrupts interrupts, RunOptions options, Phases phases) {
        this.console = console;
        this.interrupts = interrupts;
        this.options = options;
        this.phases = phases;
    }

    /** Gives the exit status. */
    int run() throws Exception {
        if (options.emit != null || options.count) {
            throw CommandException.usage(
                    "--interpret compiles nothing and counts no instructions", "leave out --emit and --count");
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> typed = phases.time("checked", () -> Workbench.check(options.file, diagnostics));
        new DiagnosticReport(console).print(diagnostics);
        return typed.isPresent() ? run(typed.get()) : ExitStatus.PROGRAM;
    }

    private int run(TypedProgram typed) throws Exception {
        ProgramOutput output = new ProgramOutput(console, phases);
        try (HostedProgram program = HostedProgram.of(typed, output.stream(false), output.stream(true), OPTIONS)) {
            interrupts.onInterrupt(() -> {
                program.interrupt();
                return true;
            });
            Optional<HostedProgram.Failure> failure = phases.time("ended", program::run);
            interrupts.onInterrupt(null);
            failure.ifPresent(f -> new RunTimeErrorReport(console).print(error(f), ""));
            return failure.map(ProgramInterpretation::status).orElse(ExitStatus.OK);
        }
    }

    private static int status(HostedProgram.Failure failure) {
        return failure.kind().filter(k -> k == RunTimeErrorKind.INTERRUPTED).isPresent()
                ? ExitStatus.INTERRUPTED
                : ExitStatus.PROGRAM;
    }

    private static RunTimeError error(HostedProgram.Failure failure) {
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
