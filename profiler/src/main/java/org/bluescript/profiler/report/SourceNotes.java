package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/** Finds for a program's lines how often they ran, and for its expressions what was seen there. */
final class SourceNotes {
    private final TypedProgram program;
    private final Function<PartId, Counts> counts;
    private final Map<SourceFile, Map<Integer, Long>> lines = new HashMap<>();
    private final Map<SourceFile, Map<Integer, Long>> times = new HashMap<>();
    private final Map<SourceFile, List<AnnotatedSource.Note>> notes = new HashMap<>();

    /** @param counts how often a function was called, or a loop turned, everywhere */
    SourceNotes(TypedProgram program, Function<PartId, Counts> counts) {
        this.program = program;
        this.counts = counts;
    }

    /** One for each module that users write, in order. */
    List<AnnotatedSource> of(Profile profile, Map<Span, Long> microseconds) {
        program.functions().values().stream()
                .filter(f -> !f.span().file().isBuiltIn())
                .forEach(f -> profile.of(f.id()).ifPresent(p -> add(f, p)));
        microseconds.forEach(this::spread);
        return program.modules().stream()
                .filter(m -> !m.file().isBuiltIn())
                .map(m -> new AnnotatedSource(
                        m.file(),
                        lines.getOrDefault(m.file(), Map.of()),
                        times.getOrDefault(m.file(), Map.of()),
                        notes.getOrDefault(m.file(), List.of())))
                .toList();
    }

    /** Gives a place's time to its lines; needs their counts. */
    private void spread(Span place, long microseconds) {
        Map<Integer, Long> of = times.computeIfAbsent(place.file(), f -> new TreeMap<>());
        int first = place.position().line();
        int last = place.file().position(Math.max(place.start(), place.end() - 1)).line();
        Map<Integer, Long> ran = new TreeMap<>(lines.getOrDefault(place.file(), Map.of()));
        ran.keySet().removeIf(line -> line < first || line > last);
        double all = ran.values().stream().mapToLong(n -> n).sum();
        long given = 0;
        for (Map.Entry<Integer, Long> line : ran.entrySet()) {
            long part = (long) (microseconds * (line.getValue() / all));
            of.merge(line.getKey(), part, Long::sum);
            given += part;
        }
        of.merge(first, microseconds - given, Long::sum);
    }

    private void add(TypedFunction function, FunctionProfile profile) {
        Sites sites = Sites.of(program, function);
        long calls = counts.apply(PartId.of(function.id())).total();
        if (function.kind() != TypedFunction.Kind.TOP_LEVEL) {
            count(function.span(), calls);
        }
        count(function, function.body(), calls, sites);
        TreeWalk.expressions(function.body(), e -> sites.number(e).ifPresent(site -> {
            SeenTypes seen = SeenTypes.of("", profile.value(site));
            if (!seen.types().isEmpty()) {
                note(e.span(), seen);
            }
        }));
        ParameterPlaces places = ParameterPlaces.of(function);
        for (int i = 0; i < function.parameters().size(); i++) {
            SeenTypes seen = SeenTypes.of(function.parameters().get(i).name(), profile.parameters().get(i));
            if (!seen.types().isEmpty()) {
                places.place(i).ifPresent(place -> note(place, seen));
            }
        }
        SeenTypes result = SeenTypes.of(SeenTypes.RESULT, profile.result());
        if (!result.types().isEmpty()) {
            places.result().ifPresent(place -> note(place, result));
        }
    }

    private void note(Span span, SeenTypes seen) {
        List<AnnotatedSource.Note> of = notes.computeIfAbsent(span.file(), f -> new ArrayList<>());
        AnnotatedSource.Note note = new AnnotatedSource.Note(span, seen);
        if (!of.contains(note)) {
            of.add(note);
        }
    }

    private void count(TypedFunction function, TypedStatement statement, long times, Sites sites) {
        if (statement instanceof TypedStatement.Loop loop) {
            long turns = turns(function, loop, sites);
            count(loop.span(), Math.max(times, turns));
            TreeWalk.statementsOf(loop).forEach(s -> count(function, s, turns, sites));
            return;
        }
        if (!(statement instanceof TypedStatement.Block)) {
            count(statement.span(), times);
        }
        TreeWalk.statementsOf(statement).forEach(s -> count(function, s, times, sites));
    }

    /**
     * Where nobody counted the turns on the device, they are taken to have been as many for each call as in the interpreter: else
     * the lines that run most would look as if they ran seldom.
     */
    private long turns(TypedFunction function, TypedStatement.Loop loop, Sites sites) {
        Counts turns = counts.apply(PartId.of(new LoopId(function.id(), sites.number(loop))));
        Counts calls = counts.apply(PartId.of(function.id()));
        boolean isCounted = turns.total() > turns.interpreted() || calls.interpreted() == 0;
        return isCounted ? turns.total() : Math.round((double) turns.interpreted() / calls.interpreted() * calls.total());
    }

    private void count(Span span, long times) {
        if (times > 0) {
            lines.computeIfAbsent(span.file(), f -> new TreeMap<>())
                    .merge(span.position().line(), times, Math::max);
        }
    }
}
