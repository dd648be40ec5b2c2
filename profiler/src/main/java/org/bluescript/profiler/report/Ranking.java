package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluescript.language.typed.FunctionId;

/** The parts of a run in the order in which they matter, by time first, and under the names by which people tell them apart. */
final class Ranking {
    /** A function, if it is a part, then its loops. */
    record Group(List<PartRun> parts) {
        Group {
            parts = List.copyOf(parts);
        }

        long nanoseconds() {
            return parts.stream().mapToLong(p -> p.time().nanoseconds()).sum();
        }

        private long failures() {
            return parts.stream().mapToLong(PartRun::failureCount).sum();
        }

        private long count() {
            return parts.stream().mapToLong(p -> p.counts().total()).max().orElse(0);
        }
    }

    private static final Comparator<Group> ORDER = Comparator.comparingLong(Group::nanoseconds)
            .thenComparingLong(Group::failures)
            .thenComparingLong(Group::count)
            .reversed()
            .thenComparing(g -> g.parts().getFirst().id());

    private final List<Group> groups;
    private final Map<String, Long> names;
    private final long nanoseconds;
    private final String mainFile;

    private Ranking(List<Group> groups, String mainFile) {
        this.groups = groups;
        this.mainFile = mainFile;
        this.nanoseconds = groups.stream().mapToLong(Group::nanoseconds).sum();
        this.names = groups.stream()
                .map(g -> g.parts().getFirst())
                .filter(p -> !p.span().file().isBuiltIn())
                .map(PartRun::name)
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
    }

    static Ranking of(ProfiledRun run) {
        Map<FunctionId, List<PartRun>> byFunction = new TreeMap<>();
        run.parts().forEach(p -> byFunction.computeIfAbsent(p.id().function(), f -> new ArrayList<>()).add(p));
        List<Group> groups = new ArrayList<>();
        byFunction.values().forEach(parts -> {
            parts.sort(Comparator.comparing(PartRun::id));
            groups.add(new Group(parts));
        });
        groups.sort(ORDER);
        return new Ranking(
                groups, run.sources().isEmpty() ? "" : run.sources().getLast().file().name());
    }

    List<Group> groups() {
        return groups;
    }

    /** Whether it is known for any part what time it took. */
    boolean knowsTimes() {
        return nanoseconds > 0;
    }

    /** The part of the time of all parts; 0 if no time is known. */
    double share(long ofNanoseconds) {
        return nanoseconds == 0 ? 0 : (double) ofNanoseconds / nanoseconds;
    }

    double share(PartRun part) {
        return share(part.time().nanoseconds());
    }

    /** {@code crc32}; with its line, if there are more of this name; {@code for, line 12}. */
    String name(PartRun part) {
        if (part.id().isLoop()) {
            return part.name() + ", line " + part.span().position().line();
        }
        if (part.span().file().isBuiltIn()) {
            return part.name() + " (library)";
        }
        boolean isOnlyOne = names.getOrDefault(part.name(), 0L) <= 1;
        return isOnlyOne ? part.name() : part.name() + " (" + place(part) + ")";
    }

    private String place(PartRun part) {
        int line = part.span().position().line();
        String file = part.span().file().name();
        return file.equals(mainFile) ? "line " + line : file.substring(file.lastIndexOf('/') + 1) + ":" + line;
    }

    /** Whether there is nothing to tell of the part but that it was there. */
    boolean isDull(PartRun part) {
        return part.versions().isEmpty()
                && part.failures().isEmpty()
                && !(part.outcome() instanceof Outcome.GivenUp)
                && share(part) < 0.001;
    }
}
