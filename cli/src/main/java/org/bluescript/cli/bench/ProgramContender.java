package org.bluescript.cli.bench;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.cli.Console;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** BlueScript programs, compiled as a whole and loaded: {@link Variant#TYPED}, {@link Variant#UNTYPED}, {@link Variant#PROFILED}. */
final class ProgramContender implements Contender {
    private final Variant variant;
    private final Workbench workbench;
    private final DeviceSession device;

    private ProgramContender(Variant variant, Workbench workbench, DeviceSession device) {
        this.variant = variant;
        this.workbench = workbench;
        this.device = device;
    }

    /** The contender for any variant. */
    static Contender of(Variant variant, Workbench workbench, DeviceSession device) {
        return switch (variant) {
            case TYPED, UNTYPED, PROFILED -> new ProgramContender(variant, workbench, device);
            case TIERS -> new TieredContender(workbench, device);
        };
    }

    @Override
    public String key() {
        return variant.key();
    }

    @Override
    public String title() {
        return variant.key();
    }

    @Override
    public Cell run(Benchmark benchmark) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> typed = Workbench.read(benchmark.program(variant).toString(), diagnostics)
                .map(program -> variant == Variant.PROFILED ? specialized(program) : program);
        if (typed.isPresent()) {
            StopWatch watch = new StopWatch();
            try {
                Optional<NativeProgram> compiled = workbench.compile(typed.get(), diagnostics);
                if (compiled.isPresent()) {
                    return run(benchmark, typed.get(), compiled.get(), watch);
                }
            } catch (OutOfProgramMemory e) {
                return new Cell.Failed(e.getMessage());
            }
        }
        return new Cell.Failed(DiagnosticPrinter.plain().print(diagnostics));
    }

    private Cell run(Benchmark benchmark, TypedProgram typed, NativeProgram program, StopWatch watch) {
        long compiling = watch.lap();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        device.load(program);
        long loading = watch.lap();
        Ending ending = device.run(program, output(printed));
        if (ending instanceof Ending.Stopped stopped) {
            return new Cell.Failed(workbench.locate(typed, program, stopped, device).message());
        }
        return verified(benchmark, printed, Measurement.of(ending.instructions(), program.codeSize(), device.peakHeap())
                .with(Figure.COMPILE_TIME, compiling)
                .with(Figure.TRANSFER_TIME, loading));
    }

    private static TypedProgram specialized(TypedProgram program) {
        return Specializer.specialize(program, profile(program), Request.WHOLE).program();
    }

    /** What the interpreter sees in a whole run of the program. */
    static Profile profile(TypedProgram program) {
        Observations observations = new Observations();
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (HostedProgram hosted = HostedProgram.of(
                program, nowhere, nowhere, Map.of("engine.WarnInterpreterOnly", "false"), Optional.of(observations))) {
            hosted.run();
        }
        return observations.profile();
    }

    static ProgramOutput output(ByteArrayOutputStream printed) {
        return new ProgramOutput(Console.of(printed, printed), Phases.silent());
    }

    static Cell verified(Benchmark benchmark, ByteArrayOutputStream printed, Measurement measurement) {
        String said = printed.toString(StandardCharsets.UTF_8);
        return benchmark.isRight(said)
                ? new Cell.Measured(measurement)
                : new Cell.Failed("wrong result, it printed " + said.strip());
    }
}
