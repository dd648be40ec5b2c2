package org.bluescript.profiler.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bluescript.language.source.Span;

/**
 * How a function or a loop fared.
 *
 * @param name of a function its display name, of a loop its keyword
 * @param span the function's or the loop's text; of a part of the language's own library it is in a built-in file
 * @param counts how often it was called, or turned
 * @param time what it took
 * @param seen what was seen of its parameters and its result, in this order; empty for a loop
 * @param outcome whether it was specialised, and for what
 * @param versions its code in all generations that had code for it, the oldest first
 * @param current the number of the version that is used when the run ends; empty if it is interpreted
 * @param failures the guards in its versions that failed
 */
public record PartRun(
        PartId id,
        String name,
        Span span,
        Counts counts,
        TimeSpent time,
        List<SeenTypes> seen,
        Outcome outcome,
        List<Version> versions,
        OptionalInt current,
        List<GuardFailure> failures) {
    public PartRun {
        seen = List.copyOf(seen);
        versions = List.copyOf(versions);
        failures = List.copyOf(failures);
        if (current.isPresent() && version(versions, current.getAsInt()).isEmpty()) {
            throw new IllegalArgumentException(id + " has no version " + current.getAsInt());
        }
    }

    /** The version that is used when the run ends. */
    public Optional<Version> currentVersion() {
        return current.isPresent() ? version(versions, current.getAsInt()) : Optional.empty();
    }

    /** What executes it when the run ends. */
    public Tier tier() {
        return currentVersion().map(Version::tier).orElse(Tier.INTERPRETED);
    }

    /** Its code in a generation. */
    public Optional<Version> inGeneration(int generation) {
        return versions.stream().filter(v -> v.generation() == generation).findFirst();
    }

    /** What one call or turn took before it was specialised: of the last generic version of which that is known. */
    public Optional<Cost> costBefore() {
        return lastCost(Tier.GENERIC);
    }

    /** What one call or turn takes now that it is specialised: of the last specialised version of which that is known. */
    public Optional<Cost> costAfter() {
        return lastCost(Tier.SPECIALISED);
    }

    private Optional<Cost> lastCost(Tier tier) {
        return versions.stream()
                .filter(v -> v.tier() == tier && v.cost().isKnown())
                .map(Version::cost)
                .reduce((a, b) -> b);
    }

    /** How often its guards failed in all. */
    public long failureCount() {
        return failures.stream().mapToLong(GuardFailure::count).sum();
    }

    private static Optional<Version> version(List<Version> versions, int number) {
        return versions.stream().filter(v -> v.number() == number).findFirst();
    }
}
