package org.bluescript.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Background;
import org.bluescript.cli.session.MemoryListing;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/**
 * Runs one program, as a table of contents: start the board and the compilers in the background, check the source
 * meanwhile, compile, load, run, report.
 */
final class ProgramRunner {
    private final Console console;
    private final Interrupts interrupts;
    private final RunOptions options;
    private final Phases phases;

    ProgramRunner(Console console, Interrupts interrupts, RunOptions options) {
        this.console = console;
        this.interrupts = interrupts;
        this.options = options;
        console.setColor(options.global.color);
        phases = options.global.verbose ? Phases.telling(console::note) : Phases.silent();
    }

    /** Gives the exit status. */
    int run() throws Exception {
        if (options.profile) {
            return new ProfiledRunner(console, interrupts, options, phases).run();
        }
        if (options.report != null || options.cpuProfile != null || options.policy != null) {
            throw CommandException.usage("--report, --cpuprofile and --policy are for profiled runs", "add --profile");
        }
        if (options.interpret) {
            if (options.withProfile != null) {
                throw CommandException.usage("profiles are for compiled programs", "leave out --interpret or --with-profile");
            }
            return new ProgramInterpretation(console, interrupts, options, phases).run();
        }
        if (options.saveProfile != null) {
            throw CommandException.usage("only programs that begin on this computer are observed", "add --interpret or --profile to --save-profile");
        }
        DeviceChoice choice = DeviceChoice.of(Installation.home(), options.device.board,
                Optional.ofNullable(options.device.port));
        return options.emit == null ? runOn(choice) : emit(choice);
    }

    private int emit(DeviceChoice choice) throws Exception {
        try (Workbench workbench = Workbench.open(Installation.home(), choice.board().firmware(), phases)) {
            Optional<Compiled> compiled = compile(workbench);
            if (compiled.isEmpty()) {
                return ExitStatus.PROGRAM;
            }
            NativeProgram program = compiled.get().program();
            console.write(switch (options.emit) {
                case C -> program.source().text();
                case ASM -> workbench.assembly(program);
                case MAP -> MemoryListing.of(program);
            });
            return ExitStatus.OK;
        }
    }

    private int runOn(DeviceChoice choice) throws Exception {
        CompletableFuture<DeviceSession> connecting =
                Background.start("board answers", () -> phases.time("board answers", choice::connect));
        try (Workbench workbench = Workbench.open(Installation.home(), choice.board().firmware(), phases)) {
            Optional<Compiled> compiled = compile(workbench);
            if (compiled.isEmpty()) {
                return ExitStatus.PROGRAM;
            }
            DeviceSession device = Background.await(connecting);
            choice.verify(device.description(), workbench.firmwareBuild());
            return run(device, workbench, compiled.get());
        } finally {
            connecting.thenAccept(DeviceSession::close);
        }
    }

    /** A program before and after the compiler. */
    private record Compiled(TypedProgram typed, NativeProgram program) {}

    private Optional<Compiled> compile(Workbench workbench) throws Exception {
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> typed = phases.time("checked", () -> Workbench.read(options.file, diagnostics));
        Optional<Compiled> compiled = Optional.empty();
        if (typed.isPresent()) {
            TypedProgram variant = specialised(typed.get());
            try {
                compiled = phases.time("compiled", () -> workbench.compile(variant, diagnostics))
                        .map(program -> new Compiled(variant, program));
            } catch (OutOfProgramMemory e) {
                throw CommandException.program(e.getMessage(), "choose a board with more memory; see bluescript boards");
            }
        }
        new DiagnosticReport(console).print(diagnostics);
        return compiled;
    }

    private TypedProgram specialised(TypedProgram program) throws Exception {
        if (options.withProfile == null) {
            return program;
        }
        Profile profile = ProfileReading.of(options.withProfile, program, console);
        return phases.time("specialised", () -> Specializer.specialize(program, profile, Request.WHOLE).program());
    }

    private int run(DeviceSession device, Workbench workbench, Compiled compiled) throws Exception {
        NativeProgram program = compiled.program();
        phases.time("loaded (" + program.patch().size() + " bytes)", () -> {
            device.load(program);
            return null;
        });
        interrupts.onInterrupt(device::interrupt);
        Ending ending = phases.time("ended", () -> device.run(program, new ProgramOutput(console, phases)));
        interrupts.onInterrupt(null);
        if (options.count) {
            console.note("instructions: " + ending.instructions());
        }
        return switch (ending) {
            case Ending.Finished _ -> ExitStatus.OK;
            case Ending.Stopped stopped -> {
                new RunTimeErrorReport(console).print(workbench.locate(compiled.typed(), program, stopped, device), stopped.fault());
                yield stopped.isInterrupted() ? ExitStatus.INTERRUPTED : ExitStatus.PROGRAM;
            }
        };
    }
}
