package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * In which tier a part was when.
 *
 * @param stretches without gaps from the beginning of the run to its end
 */
record TimeLine(PartRun part, List<Stretch> stretches) {
    /** A time, in microseconds, in which the part stayed in one tier. */
    record Stretch(long from, long to, Tier tier, Optional<Version> version) {}

    static TimeLine of(ProfiledRun run, PartRun part) {
        List<Stretch> stretches = new ArrayList<>();
        Tier tier = Tier.INTERPRETED;
        Optional<Version> version = Optional.empty();
        long since = 0;
        boolean moves = run.events().stream().anyMatch(e -> isAbout(e, part) && e.kind() == Event.Kind.MOVED_TO_DEVICE);
        for (Event event : run.events()) {
            Optional<Tier> next = next(event, part, tier, moves);
            if (next.isEmpty()) {
                continue;
            }
            if (event.at() > since) {
                stretches.add(new Stretch(since, event.at(), tier, version));
            }
            since = event.at();
            tier = next.get();
            version = tier == Tier.INTERPRETED ? Optional.empty() : version(part, event.generation());
        }
        if (run.times().total() > since) {
            stretches.add(new Stretch(since, run.times().total(), tier, version));
        }
        return new TimeLine(part, stretches);
    }

    /**
     * The tier from the event on, if it changes anything. What is on the device gets the code of a new generation when that is
     * installed; a part that nobody said was moved is taken to be there from the moment when its first code is installed.
     */
    private static Optional<Tier> next(Event event, PartRun part, Tier tier, boolean moves) {
        boolean isMine = isAbout(event, part);
        return switch (event.kind()) {
            case MOVED_TO_DEVICE -> isMine
                    ? Optional.of(version(part, event.generation()).map(Version::tier).orElse(Tier.GENERIC))
                    : Optional.empty();
            case BACK_ON_HOST -> isMine ? Optional.of(Tier.INTERPRETED) : Optional.empty();
            case INSTALLED -> tier != Tier.INTERPRETED || !moves
                    ? version(part, event.generation()).map(Version::tier)
                    : Optional.empty();
            case HOT, COMPILED, GUARD_FAILED, RESPECIALISED, GIVEN_UP, SUPERSEDED, RECLAIMED -> Optional.empty();
        };
    }

    private static boolean isAbout(Event event, PartRun part) {
        return event.part().filter(part.id()::equals).isPresent();
    }

    private static Optional<Version> version(PartRun part, OptionalInt generation) {
        return generation.isPresent() ? part.inGeneration(generation.getAsInt()) : Optional.empty();
    }
}
