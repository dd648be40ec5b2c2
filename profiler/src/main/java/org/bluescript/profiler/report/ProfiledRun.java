package org.bluescript.profiler.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a program ran under {@code --profile}: what {@link RunTable} and {@link HtmlReport} tell.
 *
 * @param program the name of its file as the user gave it
 * @param board what the device is
 * @param parts every function that was called or compiled, and every loop that turned or was compiled, each once
 * @param sources the modules that users write, in the order in which they run
 * @param generations all compilations, the oldest first
 * @param events what happened, in order
 */
public record ProfiledRun(
        String program,
        String board,
        Times times,
        List<PartRun> parts,
        List<AnnotatedSource> sources,
        List<Generation> generations,
        List<Event> events) {
    public ProfiledRun {
        parts = List.copyOf(parts);
        sources = List.copyOf(sources);
        generations = generations.stream().sorted(Comparator.comparingInt(Generation::number)).toList();
        events = events.stream().sorted(Comparator.comparingLong(Event::at)).toList();
        Set<PartId> ids = new HashSet<>();
        parts.forEach(p -> {
            if (!ids.add(p.id())) {
                throw new IllegalArgumentException("two parts " + p.id());
            }
        });
    }

    public Optional<PartRun> part(PartId id) {
        return parts.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public Optional<Generation> generation(int number) {
        return generations.stream().filter(g -> g.number() == number).findFirst();
    }
}
