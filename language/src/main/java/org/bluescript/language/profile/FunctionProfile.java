package org.bluescript.language.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 */
public record FunctionProfile(
        long calls,
        List<Seen> parameters,
        Seen result,
        Map<Integer, Seen> values,
        Map<Integer, Long> counts,
        Map<Integer, Arms> branches) {
    /** Nothing is known of branches. */
    public FunctionProfile(
            long calls, List<Seen> parameters, Seen result, Map<Integer, Seen> values, Map<Integer, Long> counts) {
        this(calls, parameters, result, values, counts, Map.of());
    }

    public FunctionProfile {
        parameters = List.copyOf(parameters);
        values = Map.copyOf(values);
        counts = Map.copyOf(counts);
        branches = Map.copyOf(branches);
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
        return new FunctionProfile(calls, passed, now.result.isNothing() ? result : now.result, seen, counts, branches);
    }

    /** What it was called with, without what came of that. */
    public FunctionProfile arguments() {
        return new FunctionProfile(calls, parameters, Seen.NOTHING, Map.of(), counts, branches);
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
        return new FunctionProfile(calls + other.calls, both, result.and(other.result), seen, sum, ways);
    }
}
