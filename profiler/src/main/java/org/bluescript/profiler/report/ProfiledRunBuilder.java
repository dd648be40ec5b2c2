package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.profiler.Advice;

/**
 * Gathers what there is to tell of a run while it goes on; any thread may tell. What can be had from the program, its profile and the
 * advice need not be told: names, places, calls and turns in the interpreter, types, reasons.
 */
public final class ProfiledRunBuilder {
    /** What was told of one part. */
    private static final class Part {
        Counts counts = Counts.NONE;
        TimeSpent time = TimeSpent.NONE;
        Optional<Outcome> outcome = Optional.empty();
        OptionalInt current = OptionalInt.empty();
        final List<Version> versions = new ArrayList<>();
        final List<GuardFailure> failures = new ArrayList<>();
    }

    private final String name;
    private final String board;
    private final TypedProgram program;
    private final Map<PartId, Part> parts = new TreeMap<>();
    private final Map<Integer, Generation> generations = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<Span, Long> microseconds = new LinkedHashMap<>();

    /**
     * @param name of the program's file as the user gave it
     * @param board what the device is
     * @param program as the source has it, not specialised
     */
    public ProfiledRunBuilder(String name, String board, TypedProgram program) {
        this.name = name;
        this.board = board;
        this.program = program;
    }

    /** Something happened to a part, {@code at} microseconds after the beginning. */
    public synchronized void event(long at, Event.Kind kind, PartId part, String detail) {
        events.add(new Event(at, kind, Optional.of(part), OptionalInt.empty(), detail));
    }

    /** Something happened to a part that has to do with a generation. */
    public synchronized void event(long at, Event.Kind kind, PartId part, int generation, String detail) {
        events.add(new Event(at, kind, Optional.of(part), OptionalInt.of(generation), detail));
    }

    /** Something happened to a generation. */
    public synchronized void event(long at, Event.Kind kind, int generation, String detail) {
        events.add(new Event(at, kind, Optional.empty(), OptionalInt.of(generation), detail));
    }

    /** There is a new generation, or more is known of one. */
    public synchronized void generation(Generation generation) {
        generations.put(generation.number(), generation);
    }

    /**
     * A generation was installed, and so the one before superseded: from now on its versions are the current ones, and parts that have
     * none in it are interpreted. Makes the events too.
     */
    public synchronized void installed(int generation, long at) {
        generations.replaceAll((number, g) ->
                number < generation && g.installedAt().isPresent() && g.supersededAt().isEmpty() ? superseded(g, at) : g);
        generations.computeIfPresent(generation, (number, g) -> g.installed(at));
        events.add(new Event(at, Event.Kind.INSTALLED, Optional.empty(), OptionalInt.of(generation), ""));
        parts.values().forEach(part -> part.current = part.versions.stream()
                .filter(v -> v.generation() == generation)
                .mapToInt(Version::number)
                .findFirst());
    }

    private Generation superseded(Generation generation, long at) {
        events.add(new Event(at, Event.Kind.SUPERSEDED, Optional.empty(), OptionalInt.of(generation.number()), ""));
        return generation.superseded(at);
    }

    /** The memory of a generation is free again. Makes the event too. */
    public synchronized void reclaimed(int generation, long at) {
        generations.computeIfPresent(generation, (number, g) -> g.reclaimed(at));
        events.add(new Event(at, Event.Kind.RECLAIMED, Optional.empty(), OptionalInt.of(generation), ""));
    }

    /** A part has code in a generation; tell it before the generation is installed. */
    public synchronized void version(PartId part, Version version) {
        part(part).versions.add(version);
    }

    /** The number that the next version of a part has. */
    public synchronized int nextVersion(PartId part) {
        return part(part).versions.size() + 1;
    }

    /** Calls or turns of a part's code in a generation took so much; adds to what was told before. */
    public synchronized void cost(PartId part, int generation, Cost cost) {
        part(part).versions.replaceAll(v -> v.generation() == generation ? v.with(v.cost().and(cost)) : v);
    }

    /** The instructions of a part's code in a generation, as text. */
    public synchronized void assembly(PartId part, int generation, String text) {
        part(part).versions.replaceAll(v -> v.generation() == generation ? v.with(text) : v);
    }

    /** A part was called, or turned, on the device; adds to what was told before. The interpreter's counts are in the profile. */
    public synchronized void count(PartId part, Tier tier, long times) {
        part(part).counts = part(part).counts.and(tier, times);
    }

    /** A part took this time; adds to what was told before. */
    public synchronized void time(PartId part, TimeSpent time) {
        part(part).time = part(part).time.and(time);
    }

    /**
     * Something took time; adds to what was told before. The time of a place of several lines, a call on the device that nobody looked
     * into, is that of its lines in proportion to how often they ran.
     */
    public synchronized void lineTime(Span place, long spent) {
        microseconds.merge(place, spent, Long::sum);
    }

    /** What took time where; a sample is true until the next one, the last until {@code end}. */
    public synchronized void samples(List<CallSample> samples, long end) {
        for (int i = 0; i < samples.size(); i++) {
            CallSample sample = samples.get(i);
            long until = i + 1 < samples.size() ? samples.get(i + 1).at() : end;
            if (!sample.stack().isEmpty() && until > sample.at()) {
                lineTime(sample.stack().getLast().place(), until - sample.at());
            }
        }
    }

    /** Why a part was not specialised, or is not any more, or for what it is; else the advice and the versions tell. */
    public synchronized void outcome(PartId part, Outcome outcome) {
        part(part).outcome = Optional.of(outcome);
    }

    /** A guard in a part failed; of one that was told before with the same place, the counts are added and the value is the new one. */
    public synchronized void failure(PartId part, GuardFailure failure) {
        add(part, failure);
    }

    /** The same, known since {@code at}: makes an event when a guard fails for the first time. */
    public synchronized void failure(long at, PartId part, GuardFailure failure) {
        if (add(part, failure)) {
            events.add(new Event(at, Event.Kind.GUARD_FAILED, Optional.of(part), OptionalInt.empty(), failure.text()));
        }
    }

    /** Whether it is the first of its place. */
    private boolean add(PartId part, GuardFailure failure) {
        List<GuardFailure> failures = part(part).failures;
        for (int i = 0; i < failures.size(); i++) {
            GuardFailure before = failures.get(i);
            if (before.place().equals(failure.place()) && before.what().equals(failure.what())) {
                failures.set(i, failure.and(before.count()));
                return false;
            }
        }
        failures.add(failure);
        return true;
    }

    private Part part(PartId id) {
        return parts.computeIfAbsent(id, i -> new Part());
    }

    /**
     * The run as it went. Parts that the program does not have are an error of the caller.
     *
     * @param profile what the interpreter has seen
     * @param advice on it, for the reasons
     */
    public synchronized ProfiledRun build(Profile profile, Advice advice, Times times) {
        parts.keySet().stream().filter(id -> !program.functions().containsKey(id.function())).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("the program has no function " + id.function());
        });
        Map<PartId, PartRun> runs = new TreeMap<>();
        program.functions().values().forEach(f -> add(f, profile.of(f.id()), advice, runs));
        List<AnnotatedSource> sources = new SourceNotes(
                        program, id -> runs.containsKey(id) ? runs.get(id).counts() : Counts.NONE)
                .of(profile, microseconds);
        return new ProfiledRun(
                name, board, times, List.copyOf(runs.values()), sources, List.copyOf(generations.values()), events);
    }

    private void add(TypedFunction function, Optional<FunctionProfile> profile, Advice advice, Map<PartId, PartRun> runs) {
        PartId id = PartId.of(function.id());
        if (profile.isPresent() || parts.containsKey(id)) {
            Part part = parts.getOrDefault(id, new Part());
            Optional<Outcome> advised = Optional.ofNullable(advice.verdicts().get(function.id())).map(Outcome::of);
            runs.put(id, new PartRun(
                    id,
                    function.displayName(),
                    function.span(),
                    part.counts.and(Tier.INTERPRETED, profile.map(FunctionProfile::calls).orElse(0L)),
                    part.time,
                    seen(function, profile),
                    part.outcome.orElseGet(() -> outcome(part, advised)),
                    part.versions,
                    // what runs once has begun before there was code for it
                    function.kind() == TypedFunction.Kind.TOP_LEVEL ? OptionalInt.empty() : part.current,
                    part.failures.stream().map(f -> atParameter(f, function)).toList()));
        }
        Sites sites = Sites.of(program, function);
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.Loop loop) {
                add(function, loop, sites.number(loop), profile, runs);
            }
        });
    }

    private void add(
            TypedFunction function, TypedStatement.Loop loop, int site, Optional<FunctionProfile> profile, Map<PartId, PartRun> runs) {
        PartId id = PartId.of(new LoopId(function.id(), site));
        long turns = profile.map(p -> p.counts().getOrDefault(site, 0L)).orElse(0L);
        if (turns == 0 && !parts.containsKey(id)) {
            return;
        }
        Part part = parts.getOrDefault(id, new Part());
        boolean isEntered = !part.versions.isEmpty() || function.kind() == TypedFunction.Kind.TOP_LEVEL;
        Part around = isEntered ? part : parts.getOrDefault(PartId.of(function.id()), part);
        runs.put(id, new PartRun(
                id,
                keyword(loop),
                loop.span(),
                part.counts.and(Tier.INTERPRETED, turns),
                part.time,
                List.of(),
                part.outcome.orElseGet(() -> outcome(part, Optional.empty())),
                isEntered ? part.versions : around.versions.stream().map(Version::within).toList(),
                around.current,
                part.failures));
    }

    /** A failure of a parameter that was told to be at the function as a whole, at the parameter. */
    private static GuardFailure atParameter(GuardFailure failure, TypedFunction function) {
        if (!failure.place().equals(function.span())) {
            return failure;
        }
        ParameterPlaces places = ParameterPlaces.of(function);
        for (int i = 0; i < function.parameters().size(); i++) {
            if (failure.what().equals("parameter " + function.parameters().get(i).name())) {
                return places.place(i).map(failure::at).orElse(failure);
            }
        }
        return failure;
    }

    /** The word with which the source begins the loop; the checker makes loops of other things too. */
    private static String keyword(TypedStatement.Loop loop) {
        String text = loop.span().text();
        return List.of("for", "while", "do").stream().filter(text::startsWith).findFirst().orElse("loop");
    }

    private static Outcome outcome(Part part, Optional<Outcome> advised) {
        int newest = part.versions.stream()
                .filter(v -> v.tier() == Tier.SPECIALISED)
                .mapToInt(Version::generation)
                .max()
                .orElse(-1);
        List<String> shapes = part.versions.stream()
                .filter(v -> v.tier() == Tier.SPECIALISED && v.generation() == newest)
                .map(Version::types)
                .filter(types -> !types.isEmpty())
                .distinct()
                .toList();
        if (newest >= 0) {
            return new Outcome.For(shapes);
        }
        return switch (advised.orElse(Outcome.NONE)) {
            case Outcome.For worth -> new Outcome.Not("worth it, but the run ended before");
            case Outcome other -> other;
        };
    }

    private static List<SeenTypes> seen(TypedFunction function, Optional<FunctionProfile> profile) {
        List<SeenTypes> all = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            var parameter = function.parameters().get(i);
            int index = i;
            if (!Objects.equals(parameter.name(), "this")) {
                all.add(parameter.type().representation() != Representation.WORD
                        ? new SeenTypes(parameter.name(), List.of(parameter.type().toString()))
                        : profile.map(p -> SeenTypes.of(parameter.name(), p.parameters().get(index)))
                                .orElse(new SeenTypes(parameter.name(), List.of())));
            }
        }
        if (function.result() != PrimitiveType.VOID && function.result() != PrimitiveType.NEVER) {
            all.add(function.result().representation() != Representation.WORD
                    ? new SeenTypes(SeenTypes.RESULT, List.of(function.result().toString()))
                    : profile.map(p -> SeenTypes.of(SeenTypes.RESULT, p.result()))
                            .orElse(new SeenTypes(SeenTypes.RESULT, List.of())));
        }
        return all;
    }
}
