package org.bluescript.cli.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.patch.Write;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.tiers.Base;
import org.bluescript.backend.tiers.CodeMemory;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.backend.tiers.OutOfCodeMemory;
import org.bluescript.cli.Console;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.protocol.DeviceEvent;

/** Runs benchmarks and their twins on one device. */
public final class BenchRunner {
    /** Bytes of code memory to begin with, whatever the code will take. */
    private static final int CODE_MEMORY = 8 << 10;

    /** Bytes by which the same code may be larger at another place. */
    private static final int SLACK = 64;

    private final Workbench workbench;
    private final DeviceSession device;
    private final TwinBuilder twins;

    public BenchRunner(Workbench workbench, DeviceSession device) {
        this.workbench = workbench;
        this.device = device;
        this.twins = new TwinBuilder(workbench.memory().program());
    }

    /** Both sides of one benchmark. A side that fails is missing from the row, with the reason. */
    public BenchTable.Row run(Benchmark benchmark) throws IOException {
        StringBuilder failure = new StringBuilder();
        Optional<Measurement> ours = runProgram(benchmark, failure);
        Optional<Measurement> twin = runTwin(benchmark, failure);
        return new BenchTable.Row(benchmark.name(), ours, twin, failure.toString());
    }

    private Optional<Measurement> runProgram(Benchmark benchmark, StringBuilder failure) {
        Diagnostics diagnostics = new Diagnostics();
        if (benchmark.variant() == Benchmark.Variant.TIERED) {
            return Workbench.read(benchmark.program().toString(), diagnostics)
                    .flatMap(program -> runGeneration(benchmark, program, failure));
        }
        Optional<TypedProgram> typed = Workbench.read(benchmark.program().toString(), diagnostics)
                .map(program -> benchmark.variant() == Benchmark.Variant.PROFILED ? specialized(program) : program);
        Optional<NativeProgram> compiled = Optional.empty();
        try {
            if (typed.isPresent()) {
                compiled = workbench.compile(typed.get(), diagnostics);
            }
        } catch (OutOfProgramMemory e) {
            failure.append(e.getMessage());
        }
        if (compiled.isEmpty()) {
            failure.append(DiagnosticPrinter.plain().print(diagnostics));
            return Optional.empty();
        }
        return runProgram(benchmark, typed.get(), compiled.get(), failure);
    }

    private static TypedProgram specialized(TypedProgram program) {
        return Specializer.specialize(program, profile(program), Request.WHOLE).program();
    }

    private static Profile profile(TypedProgram program) {
        Observations observations = new Observations();
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (HostedProgram hosted = HostedProgram.of(
                program, nowhere, nowhere, Map.of("engine.WarnInterpreterOnly", "false"), Optional.of(observations))) {
            hosted.run();
        }
        return observations.profile();
    }

    /** The program's code as a profiled run installs it, guards that count included; all of it has been hot. */
    private Optional<Measurement> runGeneration(Benchmark benchmark, TypedProgram program, StringBuilder failure) {
        try {
            SpecializedProgram specialised =
                    Specializer.specialize(program, profile(program), new Request(f -> true, l -> false, true));
            Base base = workbench.compileBase(program, CODE_MEMORY, new Diagnostics()).orElseThrow();
            CompiledGeneration compiled = compiled(specialised, base);
            // Again with neither too little room for the code nor any that the heap may need.
            base = workbench.compileBase(program, compiled.size() + SLACK, new Diagnostics()).orElseThrow();
            compiled = compiled(specialised, base);
            Generation generation = compiled.place(1, new CodeMemory(base.codeMemory()));
            device.load(base.code());
            generation.writes().forEach(this::write);
            write(generation.entries());
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            ProgramOutput output = new ProgramOutput(Console.of(printed, printed), Phases.silent());
            long instructions = 0;
            for (TypedModule module : program.modules()) {
                Ending ending = device.run(Address.of(generation.called().get(module.topLevel())), output);
                if (ending instanceof Ending.Stopped) {
                    failure.append("stopped");
                    return Optional.empty();
                }
                instructions += ending.instructions();
            }
            return accepted(benchmark, printed, failure)
                    ? Optional.of(new Measurement(instructions, generation.region().size(), device.peakHeap()))
                    : Optional.empty();
        } catch (OutOfProgramMemory | OutOfCodeMemory e) {
            failure.append(e.getMessage());
            return Optional.empty();
        }
    }

    /** All that was seen is called often; the host calls the modules' top levels. */
    private CompiledGeneration compiled(SpecializedProgram program, Base base) {
        Set<FunctionId> called =
                base.program().modules().stream().map(TypedModule::topLevel).collect(Collectors.toSet());
        return workbench.compileGeneration(program, base, called, base.improved(program, f -> true));
    }

    private void write(Write write) {
        device.device().write(write.address().bits(), write.bytes());
    }

    private static boolean accepted(Benchmark benchmark, ByteArrayOutputStream printed, StringBuilder failure) {
        String said = printed.toString(StandardCharsets.UTF_8);
        if (!said.startsWith(benchmark.name() + ": ok")) {
            failure.append("printed ").append(said.strip());
            return false;
        }
        return true;
    }

    private Optional<Measurement> runProgram(
            Benchmark benchmark, TypedProgram typed, NativeProgram program, StringBuilder failure) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        device.load(program);
        Ending ending = device.run(program, new ProgramOutput(Console.of(printed, printed), Phases.silent()));
        if (ending instanceof Ending.Stopped stopped) {
            failure.append(workbench.locate(typed, program, stopped, device).message());
            return Optional.empty();
        }
        return accepted(benchmark, printed, failure)
                ? Optional.of(new Measurement(ending.instructions(), program.codeSize(), device.peakHeap()))
                : Optional.empty();
    }

    private Optional<Measurement> runTwin(Benchmark benchmark, StringBuilder failure) throws IOException {
        Twin twin = twins.build(benchmark);
        device.device().reset();
        device.device().write(twin.address(), twin.image());
        DeviceEvent.Outcome outcome = device.device().call(event -> { }, twin.entry());
        if (!(outcome instanceof DeviceEvent.Returned returned) || returned.result() != 1) {
            failure.append("the twin ").append(outcome instanceof DeviceEvent.Failed failed
                    ? "failed at 0x%08x".formatted(failed.state().pc())
                    : "computed a wrong result");
            return Optional.empty();
        }
        DeviceEvent.Outcome peak = device.device().call(event -> { }, twin.peak());
        int peakHeap = peak instanceof DeviceEvent.Returned bytes ? bytes.result() : 0;
        return Optional.of(new Measurement(
                Integer.toUnsignedLong(returned.instructions()), twin.codeBytes(), peakHeap));
    }
}
