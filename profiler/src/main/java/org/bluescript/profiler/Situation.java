package org.bluescript.profiler;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.typed.FunctionId;

/**
 * How far a running program has come.
 *
 * @param seen all that is known of its values until now, what broke guards included
 * @param installed the plan that the code was made by which runs now; empty while all is interpreted
 * @param seenThen what had been seen when that was installed
 * @param failures how often guards of a function have failed in that code
 * @param inProgress functions that the program is in, those of them that the host runs
 * @param closed the loops that no code can have an entry for
 * @param impossible the functions that cannot be specialised, with the reason
 */
public record Situation(
        Profile seen,
        Optional<Plan> installed,
        Profile seenThen,
        Map<FunctionId, Long> failures,
        Set<FunctionId> inProgress,
        Set<LoopId> closed,
        Map<FunctionId, String> impossible) {
    /** A program that begins. */
    public static Situation beginning(Profile seen) {
        return new Situation(seen, Optional.empty(), Profile.EMPTY, Map.of(), Set.of(), Set.of(), Map.of());
    }
}
