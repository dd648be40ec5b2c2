package org.bluescript.backend.specialize;

import java.util.function.Predicate;

import org.bluescript.language.profile.LoopId;
import org.bluescript.language.typed.FunctionId;

/**
 * What a specialised program is wanted for.
 *
 * @param versions the functions of the source of which there may be specialised versions
 * @param loops the loops that the host may enter
 * @param countsGuards whether the program counts how often it has to leave versions, and for which words
 * @param mostVersions so many of one function at most, for different types of parameters; from 1 to {@value #MOST_VERSIONS}
 */
public record Request(Predicate<FunctionId> versions, Predicate<LoopId> loops, boolean countsGuards, int mostVersions) {
    /** More versions than this no function has. */
    public static final int MOST_VERSIONS = 4;

    public Request {
        mostVersions = Math.clamp(mostVersions, 1, MOST_VERSIONS);
    }

    public Request(Predicate<FunctionId> versions, Predicate<LoopId> loops, boolean countsGuards) {
        this(versions, loops, countsGuards, MOST_VERSIONS);
    }

    /** A program that runs on a device from beginning to end: all versions that are possible, and nothing for a host. */
    public static final Request WHOLE = new Request(f -> true, l -> false, false);
}
