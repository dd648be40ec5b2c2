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
    /** There may be no compiler in this process; that is no news. */
    static final Map<String, String> OPTIONS = Map.of("engine.WarnInterpreterOnly", "false");

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
        Optional<TypedProgram> typed = phases.time("checked", () -> Workbench.read(options.file, diagnostics));
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
            return new HostedRun(console, interrupts, phases)
                    .run(program, interruptBoard, mistakes, () -> saving.ifPresent(this::save));
        }
    }

    private void save(ProfileSaving saving) {
        String note = saving.save();
        if (options.global.verbose) {
            console.note(note);
        }
    }
}
