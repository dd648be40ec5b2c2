package org.bluescript.cli.profiled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.cli.profiled.RunSampler.Sample;
import org.bluescript.cli.session.TieredDevice;
import org.bluescript.language.interpreter.CallSampler;
import org.bluescript.language.interpreter.CallSampler.SampledCall;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.source.Span;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.profiler.Advice;
import org.bluescript.profiler.Policy;
import org.bluescript.profiler.report.CallSample;
import org.bluescript.profiler.report.PartId;
import org.bluescript.profiler.report.ProfiledRun;
import org.bluescript.profiler.report.ProfiledRunBuilder;
import org.bluescript.profiler.report.TimeSpent;
import org.bluescript.profiler.report.Times;

/**
 * A program that runs on host and device while it is looked after: it gets better code, and everything is written down that
 * a report tells afterwards.
 */
public final class ProfiledProgram implements AutoCloseable {
    private final TypedProgram program;
    private final Policy policy;
    private final Observations observations;
    private final ProfiledRunBuilder builder;
    private final RunRecorder recorder;
    private final LiveTiering tiering;
    private final RunSampler sampler;
    private final Map<Span, Optional<FunctionId>> places = new HashMap<>();
    private long ended;

    private ProfiledProgram(
            String name,
            TypedProgram program,
            Policy policy,
            Observations observations,
            Tiers tiers,
            TieredDevice device,
            Supplier<Optional<CallSampler>> host,
            Consumer<String> listener) {
        this.program = program;
        this.policy = policy;
        this.observations = observations;
        this.builder = new ProfiledRunBuilder(name, device.board(), program);
        this.recorder = new RunRecorder(builder, program, listener);
        this.sampler = RunSampler.start(host, () -> device.calls().map(this::calls));
        this.tiering = LiveTiering.start(
                program, policy, observations, tiers, device, recorder, sampler::onHostLast);
    }

    /**
     * Begins to look after a program that is about to run.
     *
     * @param name of the program's file as the user gave it
     * @param observations of the run
     * @param tiers what the interpreter hands over by
     * @param host shows where the program is on the host
     * @param listener is told in a line what happens, for those who want to watch
     */
    public static ProfiledProgram start(
            String name,
            TypedProgram program,
            Policy policy,
            Observations observations,
            Tiers tiers,
            TieredDevice device,
            Supplier<Optional<CallSampler>> host,
            Consumer<String> listener) {
        return new ProfiledProgram(name, program, policy, observations, tiers, device, host, listener);
    }

    /** To be called when the program has ended. */
    @Override
    public void close() {
        ended = recorder.micros();
        sampler.close();
        tiering.close();
    }

    /** What was seen of its values, on either side. */
    public Profile profile() {
        return observations.profile().and(tiering.broken());
    }

    /**
     * How it went.
     *
     * @param withInstructions whether the report shows the instructions of the code that was made
     */
    public ProfiledRun run(boolean withInstructions) {
        if (withInstructions) {
            recorder.disassemble();
        }
        long host = 0;
        long device = 0;
        for (Sample sample : sampler.samples()) {
            SampledCall innermost = sample.calls().getFirst();
            TimeSpent spent = sample.onDevice()
                    ? new TimeSpent(0, sample.nanoseconds(), OptionalLong.empty())
                    : new TimeSpent(sample.nanoseconds(), 0, OptionalLong.empty());
            builder.time(PartId.of(innermost.function()), spent);
            host += spent.hostNanoseconds();
            device += spent.deviceNanoseconds();
        }
        builder.samples(samples(), ended);
        Profile profile = profile();
        Advice advice = Advice.of(program, profile, policy, tiering.impossible());
        return builder.build(
                profile,
                advice,
                new Times(ended, host / 1000, device / 1000, recorder.compiling(), OptionalLong.empty()));
    }

    /** Where the program was at every moment. */
    public List<CallSample> samples() {
        List<CallSample> result = new ArrayList<>();
        long at = 0;
        for (Sample sample : sampler.samples()) {
            List<CallSample.Frame> stack = new ArrayList<>();
            sample.beneath().reversed().forEach(c -> stack.add(frame(c, CallSample.Side.HOST)));
            CallSample.Side side = sample.onDevice() ? CallSample.Side.DEVICE : CallSample.Side.HOST;
            sample.calls().reversed().forEach(c -> stack.add(frame(c, side)));
            result.add(new CallSample(Math.min(at / 1000, ended), stack));
            at += sample.nanoseconds();
        }
        return result;
    }

    private CallSample.Frame frame(SampledCall call, CallSample.Side side) {
        TypedFunction function = program.functions().get(call.function());
        return new CallSample.Frame(function.displayName(), function.span(), call.place().orElse(function.span()), side);
    }

    /** Microseconds from beginning to end. */
    public long duration() {
        return ended;
    }

    /** The calls that a device shows by name and place, as the program's functions; what is not one of them is left out. */
    private List<SampledCall> calls(List<StackFrame> frames) {
        List<SampledCall> result = new ArrayList<>();
        for (StackFrame frame : frames) {
            frame.place().flatMap(this::functionAt).ifPresent(id -> result.add(new SampledCall(id, frame.place())));
        }
        return result;
    }

    /** The smallest function around a place. */
    private Optional<FunctionId> functionAt(Span place) {
        return places.computeIfAbsent(place, p -> program.functions().values().stream()
                .filter(f -> f.span().file() == p.file() && f.span().start() <= p.start() && p.start() < Math.max(f.span().end(), 1))
                .min(Comparator.comparingInt((TypedFunction f) -> f.span().end() - f.span().start()))
                .map(TypedFunction::id));
    }
}
