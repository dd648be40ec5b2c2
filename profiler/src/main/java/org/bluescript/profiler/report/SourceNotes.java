package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/** Finds for a program's lines how often they ran, and for its expressions what was seen there. */
final class SourceNotes {
    /** What follows the text of a condition. */
    private static final Pattern CONDITION = Pattern.compile("\\s*+(?:\\)\\s*+)*+(?:\\?(?![.?])|&&|\\|\\|)");

    private static final Pattern CONDITION_OF_IF = Pattern.compile("\\s*+\\)");

    private final TypedProgram program;
    private final Function<PartId, Counts> counts;
    private final Map<SourceFile, Map<Integer, Long>> lines = new HashMap<>();
    private final Map<SourceFile, Map<Integer, Long>> times = new HashMap<>();
    private final Map<SourceFile, List<AnnotatedSource.Note>> notes = new HashMap<>();
    private final Map<SourceFile, Map<Integer, Arms>> branches = new HashMap<>();

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
                        notes.getOrDefault(m.file(), List.of()),
                        branches.getOrDefault(m.file(), Map.of())))
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
        count(function, function.body(), calls, new Branches(sites, profile));
        noteBranches(function, new Branches(sites, profile));
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

    /** Which ways the branches of one function went. */
    private record Branches(Sites sites, FunctionProfile profile) {
        Optional<Arms> of(Object branch) {
            OptionalInt site = sites.branch(branch);
            return site.isEmpty() ? Optional.empty() : Optional.ofNullable(profile.branches().get(site.getAsInt()));
        }

        /** How many of so many times the branch went one way: as large a part as in the interpreter. */
        long arm(Object branch, int arm, long times) {
            return of(branch)
                    .map(a -> arm < a.taken().size() ? Math.round((double) a.taken().get(arm) / a.total() * times) : times)
                    .orElse(times);
        }
    }

    private void count(TypedFunction function, TypedStatement statement, long times, Branches branches) {
        switch (statement) {
            case TypedStatement.Loop loop -> {
                long turns = turns(function, loop, branches.sites());
                count(loop.span(), Math.max(times, turns));
                TreeWalk.statementsOf(loop).forEach(s -> count(function, s, turns, branches));
            }
            case TypedStatement.If s -> {
                count(s.span(), times);
                count(function, s.whenTrue(), branches.arm(s, 0, times), branches);
                s.whenFalse().ifPresent(no -> count(function, no, branches.arm(s, 1, times), branches));
            }
            case TypedStatement.Switch s -> {
                count(s.span(), times);
                for (int i = 0; i < s.cases().size(); i++) {
                    long begun = branches.arm(s, i, times);
                    count(s.cases().get(i).span(), begun);
                    s.cases().get(i).body().forEach(b -> count(function, b, begun, branches));
                }
            }
            case TypedStatement.Block s -> s.statements().forEach(b -> count(function, b, times, branches));
            default -> {
                count(statement.span(), times);
                TreeWalk.statementsOf(statement).forEach(s -> count(function, s, times, branches));
            }
        }
    }

    /** Conditions that the source has; the checker makes others. */
    private void noteBranches(TypedFunction function, Branches branches) {
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.If branch) {
                branches.of(branch).ifPresent(arms -> noteBranch(branch.condition().span(), CONDITION_OF_IF, arms));
            }
        });
        TreeWalk.expressions(function.body(), e -> {
            if (e instanceof TypedExpression.Conditional branch) {
                branches.of(branch).ifPresent(arms -> noteBranch(branch.condition().span(), CONDITION, arms));
            }
        });
    }

    private void noteBranch(Span condition, Pattern followedBy, Arms arms) {
        Matcher following = followedBy.matcher(condition.file().text());
        if (following.region(condition.end(), condition.file().text().length()).lookingAt()) {
            branches.computeIfAbsent(condition.file(), f -> new TreeMap<>()).merge(condition.end(), arms, Arms::and);
        }
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
