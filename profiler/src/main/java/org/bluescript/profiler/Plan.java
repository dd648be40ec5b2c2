package org.bluescript.profiler;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.typed.FunctionId;

/**
 * The next code of a program.
 *
 * @param reason why it is wanted, as a report tells it
 * @param versions the functions that get specialised versions; all others are generic
 * @param loops the loops that the host can enter
 * @param attempts how many versions of a function were made before because guards of earlier ones had failed
 * @param givenUp the functions that stay generic from now on, with the reason
 */
public record Plan(
        String reason, Set<FunctionId> versions, Set<LoopId> loops, Map<FunctionId, Integer> attempts,
        Map<FunctionId, String> givenUp) {
    /** The same for another reason. */
    public Plan because(String reason) {
        return new Plan(reason, versions, loops, attempts, givenUp);
    }

    public Plan {
        versions = Set.copyOf(new TreeSet<>(versions));
        loops = Set.copyOf(loops);
        attempts = Map.copyOf(new TreeMap<>(attempts));
        givenUp = Map.copyOf(new TreeMap<>(givenUp));
    }
}
