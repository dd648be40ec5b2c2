package org.bluescript.backend.debug;

import java.util.List;
import java.util.stream.Stream;

/**
 * The functions on a stack, innermost first, with the middle left out if there are too many.
 *
 * @param innermost the first ones
 * @param omitted   how many are left out between the two lists
 * @param outermost the last ones; empty if nothing is left out
 * @param complete  the last one was called by nobody; otherwise the rest could not be found
 */
public record StackTrace(List<Frame> innermost, long omitted, List<Frame> outermost, boolean complete) {
    public StackTrace {
        innermost = List.copyOf(innermost);
        outermost = List.copyOf(outermost);
    }

    /** All that are not left out. */
    public List<Frame> frames() {
        return Stream.concat(innermost.stream(), outermost.stream()).toList();
    }
}
