package org.bluescript.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.SharedDevice;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.interpreter.Devices;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * Runs one program on the host, by the interpreter, with the same output and the same reports as on a board. Only for functions
 * with inline C a board is started, and a compiler: in the background, when the program has any.
 */
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
                    "--interpret shows no code and counts no instructions", "leave out --emit and --count");
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> typed = phases.time("checked", () -> Workbench.check(options.file, diagnostics));
        new DiagnosticReport(console).print(diagnostics);
        if (typed.isEmpty()) {
            return ExitStatus.PROGRAM;
        }
        boolean needsBoard = typed.get().functions().values().stream().anyMatch(TypedFunction::deviceBound);
        return needsBoard ? runWithBoard(typed.get()) : run(typed.get(), OPTIONS, () -> false);
    }

    private int runWithBoard(TypedProgram typed) throws Exception {
        DeviceChoice choice = DeviceChoice.of(Installation.home(), options.device.board,
                Optional.ofNullable(options.device.port));
        Diagnostics[] mistakes = new Diagnostics[1];
        try (SharedDevice device = SharedDevice.of(Installation.home(), choice, phases)) {
            String key = Devices.add((program, diagnostics) -> {
                mistakes[0] = diagnostics;
                return device.place(program, diagnostics);
            });
            try {
                Map<String, String> all = new HashMap<>(OPTIONS);
                all.put("bluescript.Device", key);
                return run(typed, all, device::interrupt, () -> mistakes[0]);
            } finally {
                Devices.remove(key);
            }
        }
    }

    private int run(TypedProgram typed, Map<String, String> polyglot, BooleanSupplier interruptBoard) throws Exception {
        return run(typed, polyglot, interruptBoard, () -> null);
    }

    /**
     * @param interruptBoard stops what runs on the board and says whether anything did
     * @param mistakes gives those that were found in inline C, if the program was compiled
     */
    private int run(TypedProgram typed, Map<String, String> polyglot, BooleanSupplier interruptBoard,
            Supplier<Diagnostics> mistakes) throws Exception {
        ProgramOutput output = new ProgramOutput(console, phases);
        Optional<ProfileSaving> saving =
                Optional.ofNullable(options.saveProfile).map(file -> ProfileSaving.into(file, typed));
        try (HostedProgram program = HostedProgram.of(
                typed, output.stream(false), output.stream(true), polyglot, saving.map(ProfileSaving::observations))) {
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
                saving.ifPresent(this::save);
            }
            if (mistakes.get() != null && mistakes.get().hasErrors()) {
                new DiagnosticReport(console).print(mistakes.get());
                return ExitStatus.PROGRAM;
            }
            failure.ifPresent(f -> new RunTimeErrorReport(console).print(error(f), ""));
            return failure.map(f -> status(f, mistakes.get() != null)).orElse(ExitStatus.OK);
        }
    }

    private void save(ProfileSaving saving) {
        String note = saving.save();
        if (options.global.verbose) {
            console.note(note);
        }
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
