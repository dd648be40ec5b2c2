package org.bluescript.language.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * What runs have shown of one function.
 *
 * @param calls how often it was called
 * @param parameters for each parameter, {@code this} included, what was passed; {@link Seen#NOTHING} for those of types that the
 *     checker knows
 * @param result what it returned, if the checker knows no type for that
 * @param values what the expressions gave that have a number in {@link Sites}
 * @param counts how often the loop bodies ran that have a number in {@link Sites}
 * @param branches which ways the branches went that have one, those that were come to
 * @param shapes how often it was called with which types together, for the parameters in order, {@code any} where none is observed; empty if
 *     each parameter was of one type, and what nobody keeps apart is left out
 */
public record FunctionProfile(
        long calls,
        List<Seen> parameters,
        Seen result,
        Map<Integer, Seen> values,
        Map<Integer, Long> counts,
        Map<Integer, Arms> branches,
        Map<List<Type>, Long> shapes) {
    /** More shapes than this are not kept apart. */
    public static final int MOST_SHAPES = 8;

    private static final Comparator<Map.Entry<List<Type>, Long>> BY_WEIGHT =
            Map.Entry.<List<Type>, Long>comparingByValue().thenComparing(e -> e.getKey().toString());

    /** Nothing is known of branches and shapes. */
    public FunctionProfile(
            long calls, List<Seen> parameters, Seen result, Map<Integer, Seen> values, Map<Integer, Long> counts) {
        this(calls, parameters, result, values, counts, Map.of(), Map.of());
    }

    public FunctionProfile {
        parameters = List.copyOf(parameters);
        values = Map.copyOf(values);
        counts = Map.copyOf(counts);
        branches = Map.copyOf(branches);
        shapes = shapes.size() <= MOST_SHAPES ? Map.copyOf(shapes) : heaviest(shapes);
    }

    private static Map<List<Type>, Long> heaviest(Map<List<Type>, Long> shapes) {
        return shapes.entrySet().stream()
                .sorted(BY_WEIGHT.reversed())
                .limit(MOST_SHAPES)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What an expression gave; {@link Seen#NOTHING} if it never ran. */
    public Seen value(int site) {
        return values.getOrDefault(site, Seen.NOTHING);
    }

    /** How often the bodies of its loops ran, all together. */
    public long turns() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same, but where {@code now} has seen anything only that: what was true before is not any more. */
    public FunctionProfile but(FunctionProfile now) {
        List<Seen> passed = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            passed.add(now.parameters.get(i).isNothing() ? parameters.get(i) : now.parameters.get(i));
        }
        Map<Integer, Seen> seen = new TreeMap<>(values);
        seen.putAll(now.values);
        Seen given = now.result.isNothing() ? result : now.result;
        return new FunctionProfile(calls, passed, given, seen, counts, branches, now.shapes);
    }

    /**
     * What both have shown; what {@code now} was called with is taken for one shape more, and the most frequent one: in parameters of which it has
     * seen nothing like the most frequent one until now.
     */
    public FunctionProfile alsoFor(FunctionProfile now) {
        Map<List<Type>, Long> all = new HashMap<>(shapes.isEmpty() ? only().map(s -> Map.of(s, calls)).orElse(Map.of()) : shapes);
        all.entrySet().stream().max(BY_WEIGHT).ifPresent(usual -> {
            List<Type> shape = new ArrayList<>(usual.getKey());
            for (int i = 0; i < shape.size(); i++) {
                Seen passed = now.parameters.get(i);
                shape.set(i, passed.isNothing() ? shape.get(i) : passed.only().orElse(PrimitiveType.ANY));
            }
            all.put(shape, usual.getValue() + 1);
        });
        FunctionProfile both = and(now);
        return new FunctionProfile(both.calls, both.parameters, both.result, both.values, both.counts, both.branches, all);
    }

    /** Whether a parameter was of other types in {@code other}. */
    public boolean contradicts(FunctionProfile other) {
        for (int i = 0; i < parameters.size(); i++) {
            Seen theirs = other.parameters.get(i);
            if (!parameters.get(i).isNothing() && !theirs.isNothing() && !parameters.get(i).equals(theirs)) {
                return true;
            }
        }
        return false;
    }

    /** The types of its parameters, if each has had one. */
    private Optional<List<Type>> only() {
        List<Type> types = new ArrayList<>();
        for (Seen passed : parameters) {
            if (!passed.isNothing() && passed.only().isEmpty()) {
                return Optional.empty();
            }
            types.add(passed.only().orElse(PrimitiveType.ANY));
        }
        return Optional.of(types);
    }

    /** The same, without which types came together. */
    public FunctionProfile withoutShapes() {
        return new FunctionProfile(calls, parameters, result, values, counts, branches, Map.of());
    }

    /** What it was called with, without what came of that. */
    public FunctionProfile arguments() {
        return new FunctionProfile(calls, parameters, Seen.NOTHING, Map.of(), counts, branches, shapes);
    }

    /** What both have shown; they must be of the same function. */
    public FunctionProfile and(FunctionProfile other) {
        List<Seen> both = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            both.add(parameters.get(i).and(other.parameters.get(i)));
        }
        Map<Integer, Seen> seen = new TreeMap<>(values);
        other.values.forEach((site, s) -> seen.merge(site, s, Seen::and));
        Map<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((site, n) -> sum.merge(site, n, Long::sum));
        Map<Integer, Arms> ways = new TreeMap<>(branches);
        other.branches.forEach((site, arms) -> ways.merge(site, arms, Arms::and));
        Map<List<Type>, Long> together = new HashMap<>(shapes);
        other.shapes.forEach((shape, n) -> together.merge(shape, n, Long::sum));
        return new FunctionProfile(calls + other.calls, both, result.and(other.result), seen, sum, ways, together);
    }
}
