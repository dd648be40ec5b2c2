package org.bluescript.profiler;

import java.util.List;
import org.bluescript.language.profile.FunctionProfile;

/**
 * From when on native code, and a version of a function, is worth its price: on the host the time to make it, some hundred
 * milliseconds; on the device its code, some hundred bytes for a small function, and a test or two at each call.
 *
 * @param leastCalls with so many calls a function is hot, whatever it does
 * @param leastTurns with so many turns of its loops it is, however seldom it is called
 * @param mostShapes so many combinations of types of parameters get versions of their own, four at most, and so many types are told apart at
 *     one place; where more were seen, nothing is assumed
 * @param leastFailures so many guards of a function must fail before it is specialised anew
 * @param mostAttempts so many times at most; then the function stays generic
 * @param leastTurnsApart a loop that is left to the host while the rest runs on the device crosses the wire in every turn: with so
 *     many of these it follows
 */
public record Policy(
        long leastCalls, long leastTurns, int mostShapes, long leastFailures, int mostAttempts, long leastTurnsApart) {
    /**
     * A call or a turn that handles values of unknown types costs some hundred instructions more than it must: with a hundred calls
     * or a thousand turns, which do less, a run begins to be long enough for somebody to wait for. A guard that fails costs as much;
     * a crossing of the wire, some milliseconds. Values that become others may take four attempts: arguments, what calls give, sums, results.
     */
    public static final Policy STANDARD = new Policy(100, 1000, 4, 200, 8, 20);

    public Policy {
        requirePositive("calls", leastCalls);
        requirePositive("turns", leastTurns);
        requirePositive("shapes", mostShapes);
        requirePositive("failures", leastFailures);
        requirePositive("attempts", mostAttempts);
        requirePositive("turns apart", leastTurnsApart);
    }

    private static void requirePositive(String what, long count) {
        if (count < 1) {
            throw new IllegalArgumentException("no policy: " + count + " " + what);
        }
    }

    /** The names by which {@link #with} knows the thresholds. */
    public static final List<String> NAMES = List.of("calls", "turns", "shapes", "failures", "attempts", "apart");

    /**
     * The same with one threshold changed.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException if it is none of them, or {@code count} is less than 1 or too large
     */
    public Policy with(String name, long count) {
        return switch (name) {
            case "calls" -> new Policy(count, leastTurns, mostShapes, leastFailures, mostAttempts, leastTurnsApart);
            case "turns" -> new Policy(leastCalls, count, mostShapes, leastFailures, mostAttempts, leastTurnsApart);
            case "shapes" -> new Policy(leastCalls, leastTurns, small(count), leastFailures, mostAttempts, leastTurnsApart);
            case "failures" -> new Policy(leastCalls, leastTurns, mostShapes, count, mostAttempts, leastTurnsApart);
            case "attempts" -> new Policy(leastCalls, leastTurns, mostShapes, leastFailures, small(count), leastTurnsApart);
            case "apart" -> new Policy(leastCalls, leastTurns, mostShapes, leastFailures, mostAttempts, count);
            default -> throw new IllegalArgumentException("no threshold " + name);
        };
    }

    private static int small(long count) {
        return Math.clamp(count, 0, Integer.MAX_VALUE);
    }

    /** What is a tenth as hot: where code is made anyway, it is in it. */
    Policy warm() {
        return with("calls", Math.max(1, leastCalls / 10)).with("turns", Math.max(1, leastTurns / 10));
    }

    /** Whether a function that was called so often, and whose loops turned so often, is worth good code where code is made anyway. */
    public boolean isWarm(FunctionProfile seen) {
        return warm().isHot(seen);
    }

    /** Whether a function that was called so often, and whose loops turned so often, is hot. */
    boolean isHot(FunctionProfile seen) {
        return seen.calls() >= leastCalls || seen.turns() >= leastTurns;
    }
}
