package org.bluescript.cli.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.cli.Console;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.protocol.DeviceEvent;

/** Runs benchmarks and their twins on one device. */
public final class BenchRunner {
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
        Optional<TypedProgram> typed = Workbench.check(benchmark.program().toString(), diagnostics)
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
        Observations observations = new Observations();
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (HostedProgram hosted = HostedProgram.of(
                program, nowhere, nowhere, Map.of("engine.WarnInterpreterOnly", "false"), Optional.of(observations))) {
            hosted.run();
        }
        return Specializer.specialize(program, observations.profile());
    }

    private Optional<Measurement> runProgram(
            Benchmark benchmark, TypedProgram typed, NativeProgram program, StringBuilder failure) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        device.load(program);
        Ending ending = device.run(program, new ProgramOutput(Console.of(printed, printed), Phases.silent()));
        String said = printed.toString(StandardCharsets.UTF_8);
        if (ending instanceof Ending.Stopped stopped) {
            failure.append(workbench.locate(typed, program, stopped, device).message());
            return Optional.empty();
        }
        if (!said.startsWith(benchmark.name() + ": ok")) {
            failure.append("printed ").append(said.strip());
            return Optional.empty();
        }
        return Optional.of(new Measurement(ending.instructions(), program.codeSize(), device.peakHeap()));
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
