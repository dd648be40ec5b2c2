package org.bluescript.cli.profiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.specialize.Guard;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.VersionNote;
import org.bluescript.backend.tiers.Base;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.cli.session.CodeText;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.tiers.Crossings;
import org.bluescript.language.tiers.Spent;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;
import org.bluescript.profiler.Plan;
import org.bluescript.profiler.report.Cost;
import org.bluescript.profiler.report.Event;
import org.bluescript.profiler.report.GuardFailure;
import org.bluescript.profiler.report.Outcome;
import org.bluescript.profiler.report.PartId;
import org.bluescript.profiler.report.ProfiledRunBuilder;
import org.bluescript.profiler.report.Tier;
import org.bluescript.profiler.report.Version;

/** Tells a report what becomes of a program's code, in the report's terms and by one clock. */
final class RunRecorder {
    private final ProfiledRunBuilder run;
    private final Consumer<String> listener;
    private final long start = System.nanoTime();
    private final AtomicLong compiling = new AtomicLong();
    private final TypedProgram source;
    private final List<Shown> shown = new ArrayList<>();
    private CodeText basic;
    private volatile Map<FunctionId, VersionNote> notes = Map.of();
    private Map<FunctionId, Integer> attempts = Map.of();
    private Map<FunctionId, Crossings> calls = Map.of();
    private Map<LoopId, Crossings> loops = Map.of();

    /**
     * @param source the program as it is written
     * @param listener is told in a line what happens, for those who want to watch
     */
    RunRecorder(ProfiledRunBuilder run, TypedProgram source, Consumer<String> listener) {
        this.run = run;
        this.source = source;
        this.listener = listener;
    }

    /** Microseconds since the recorder was made. */
    long micros() {
        return (System.nanoTime() - start) / 1000;
    }

    /** Microseconds that went into making code. */
    long compiling() {
        return compiling.get();
    }

    /** A version in the report, and where its instructions are. */
    private record Shown(PartId part, int generation, List<FunctionId> functions, CodeText text) {}

    /** One generation on its way. */
    final class Making {
        private final int number;
        private final Plan plan;
        private final List<org.bluescript.profiler.report.Generation.Phase> phases = new ArrayList<>();

        private Making(int number, Plan plan) {
            this.number = number;
            this.plan = plan;
        }

        /** Does a piece of the work and notes how long it took. */
        <T> T time(String phase, Supplier<T> work) {
            long began = micros();
            T result = work.get();
            long took = micros() - began;
            phases.add(new org.bluescript.profiler.report.Generation.Phase(phase, took));
            compiling.addAndGet(took);
            return result;
        }
    }

    /** Something is worth other code. */
    Making begins(int number, Plan plan) {
        listener.accept(plan.reason());
        plan.versions().forEach(f -> {
            int attempt = plan.attempts().getOrDefault(f, 0);
            boolean isAgain = attempt > attempts.getOrDefault(f, 0);
            if (isAgain || !notes.containsKey(f)) {
                run.event(micros(), isAgain ? Event.Kind.RESPECIALISED : Event.Kind.HOT, PartId.of(f), number, "");
            }
        });
        attempts = plan.attempts();
        plan.givenUp().forEach((f, reason) -> {
            run.event(micros(), Event.Kind.GIVEN_UP, PartId.of(f), number, reason);
            run.outcome(PartId.of(f), new Outcome.GivenUp(reason));
        });
        return new Making(number, plan);
    }

    /** The host calls some functions of generation 0 on the device. */
    void generic(Base base, Set<FunctionId> functions) {
        String reason = "generic code was there already";
        run.generation(new org.bluescript.profiler.report.Generation(
                Tiers.BASE, reason, List.of(), base.genericCode().size()));
        CodeText text = basic(base);
        functions.forEach(id -> version(
                PartId.of(id), Tiers.BASE, new VersionNote.Unversioned(VersionNote.Reason.NOT_ASKED_FOR), List.of(id), text,
                base.sizes().getOrDefault(id, 0)));
        run.installed(Tiers.BASE, micros());
        listener.accept("generation 0: " + reason);
    }

    private CodeText basic(Base base) {
        if (basic == null) {
            NativeProgram code = base.code();
            basic = new CodeText(code.unit(), code.object(), code.layout().code());
        }
        return basic;
    }

    /** New code is where the old was. */
    void installed(Making making, SpecializedProgram program, Generation generation) {
        notes = program.notes();
        run.generation(new org.bluescript.profiler.report.Generation(
                generation.number(), making.plan.reason(), making.phases, generation.region().size()));
        Map<FunctionId, Integer> sizes = generation.sizes();
        CompiledGeneration code = generation.code();
        CodeText text = new CodeText(code.unit(), code.object(), code.layout().code());
        CodeText generic = basic(code.base());
        Map<FunctionId, Integer> basicSizes = code.base().sizes();
        program.notes().forEach((id, note) -> {
            int own = size(sizes, id);
            int size = own > 0 ? own : basicSizes.getOrDefault(id, 0);
            if (size > 0) {
                version(PartId.of(id), generation.number(), note, functions(id, note), text.has(id) ? text : generic, size);
            }
        });
        program.loops().forEach((loop, entry) -> version(
                PartId.of(loop),
                generation.number(),
                program.notes().get(loop.function()),
                List.of(entry.id()),
                text,
                sizes.getOrDefault(entry.id(), 0)));
        run.installed(generation.number(), micros());
        listener.accept("generation %d: %d bytes, %.1f ms: %s".formatted(
                generation.number(),
                generation.region().size(),
                making.phases.stream().mapToLong(org.bluescript.profiler.report.Generation.Phase::microseconds).sum() / 1e3,
                making.phases.stream()
                        .map(p -> "%s %.1f".formatted(p.name(), p.microseconds() / 1e3))
                        .collect(Collectors.joining(", "))));
    }

    /** The entry, and what it enters. */
    private static List<FunctionId> functions(FunctionId id, VersionNote note) {
        return note instanceof VersionNote.Versioned v
                ? Stream.concat(Stream.of(id), v.versions().stream().map(VersionNote.Made::id)).toList()
                : List.of(id);
    }

    private void version(
            PartId part, int generation, VersionNote note, List<FunctionId> functions, CodeText text, int size) {
        boolean isWhole = !part.isLoop();
        run.version(part, new Version(
                run.nextVersion(part),
                generation,
                note instanceof VersionNote.Versioned ? Tier.SPECIALISED : Tier.GENERIC,
                isWhole && note instanceof VersionNote.Versioned v ? types(v.versions()) : "",
                size,
                Cost.NONE,
                text.c(functions),
                ""));
        shown.add(new Shown(part, generation, functions, text));
    }

    /** Adds the instructions of all code, for a report that shows them. */
    void disassemble() {
        shown.forEach(s -> run.assembly(s.part(), s.generation(), s.text().instructions(s.functions())));
    }

    private static int size(Map<FunctionId, Integer> sizes, FunctionId function) {
        return sizes.entrySet().stream()
                .filter(e -> e.getKey().origin().equals(function))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static String types(List<VersionNote.Made> versions) {
        return versions.stream()
                .map(v -> v.parameters().stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    void failed(GuardWatch.Failure failure) {
        Guard guard = failure.guard();
        if (guard.site() instanceof Guard.Argument) {
            return;
        }
        run.failure(micros(), PartId.of(guard.function()), new GuardFailure(
                guard.place(),
                what(guard),
                guard.expected().toString(),
                failure.count(),
                failure.value(),
                failure.type().map(Type::toString).orElse("a function")));
    }

    private String what(Guard guard) {
        return switch (guard.site()) {
            case Guard.Parameter(int index) ->
                "parameter " + source.functions().get(guard.function()).parameters().get(index).name();
            case Guard.Result() -> "the result";
            case Guard.Argument _, Guard.Value _, Guard.Derived _ -> "";
        };
    }

    /** What the host has handed over until now. */
    void crossed(Map<FunctionId, Crossings> callsNow, Map<LoopId, Crossings> loopsNow) {
        callsNow.forEach((id, now) -> crossed(PartId.of(id), id, calls.get(id), now));
        loopsNow.forEach((id, now) -> crossed(PartId.of(id), id.function(), loops.get(id), now));
        calls = callsNow;
        loops = loopsNow;
    }

    private void crossed(PartId part, FunctionId function, Crossings before, Crossings now) {
        long more = now.calls() - (before == null ? 0 : before.calls());
        if (more > 0) {
            boolean isSpecialised = notes.get(function) instanceof VersionNote.Versioned;
            run.count(part, isSpecialised ? Tier.SPECIALISED : Tier.GENERIC, more);
        }
        if (!part.isLoop()) {
            spent(part, before == null ? Map.of() : before.spent(), now.spent());
        }
        if (before == null || part.isLoop() && more > 0) {
            run.event(micros(), Event.Kind.MOVED_TO_DEVICE, part, "");
        }
        if (now.recalls() > (before == null ? 0 : before.recalls())) {
            run.event(micros(), Event.Kind.BACK_ON_HOST, part, "for newer code");
        }
    }

    private void spent(PartId part, Map<Integer, Spent> before, Map<Integer, Spent> now) {
        now.forEach((generation, all) -> {
            Spent known = before.getOrDefault(generation, new Spent(0, 0));
            long calls = all.calls() - known.calls();
            if (calls > 0) {
                run.cost(part, generation, new Cost(calls, all.instructions() - known.instructions()));
            }
        });
    }

    void reclaimed(int generation) {
        run.reclaimed(generation, micros());
    }

    /** There will be no more code. */
    void stopped(String reason) {
        listener.accept(reason);
    }
}
