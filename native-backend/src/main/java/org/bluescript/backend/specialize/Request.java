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
 */
public record Request(Predicate<FunctionId> versions, Predicate<LoopId> loops, boolean countsGuards) {
    /** A program that runs on a device from beginning to end: all versions that are possible, and nothing for a host. */
    public static final Request WHOLE = new Request(f -> true, l -> false, false);
}
