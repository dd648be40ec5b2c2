package org.bluescript.profiler.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;

/**
 * A module's text and what a run has shown of it.
 *
 * @param counts for each line, counted from 1, about how often it ran: what ran on the device uncounted is estimated, and a line
 *     behind a jump may have run less often
 * @param microseconds for each line the time that samples have found there; empty where nobody sampled
 * @param notes types where the text tells none
 * @param branches which ways it went behind conditions, in the interpreter; by the offset at which the condition's text ends
 */
public record AnnotatedSource(
        SourceFile file, Map<Integer, Long> counts, Map<Integer, Long> microseconds, List<Note> notes,
        Map<Integer, Arms> branches) {
    /** What was seen of the value of this text. */
    public record Note(Span span, SeenTypes seen) {}

    public AnnotatedSource {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        microseconds = Collections.unmodifiableMap(new TreeMap<>(microseconds));
        notes = List.copyOf(notes);
        branches = Collections.unmodifiableMap(new TreeMap<>(branches));
    }
}
