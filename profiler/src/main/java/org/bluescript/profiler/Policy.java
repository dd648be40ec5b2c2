package org.bluescript.profiler;

/**
 * From when on a version of a function is worth its price: on the host the time to make it, some hundred milliseconds; on the device
 * its code, some hundred bytes for a small function, and a test or two at each call.
 *
 * @param leastCalls with so many calls a function is worth specialising, whatever it does
 * @param leastTurns with so many turns of its loops it is, however seldom it is called
 * @param mostShapes so many combinations of types of parameters are told apart, and so many types at one place; where more were seen,
 *     nothing is assumed
 */
public record Policy(long leastCalls, long leastTurns, int mostShapes) {
    /**
     * A call or a turn that handles values of unknown types costs some hundred instructions more than it must: with a hundred calls
     * or a thousand turns, which do less, a run begins to be long enough for somebody to wait for.
     */
    public static final Policy STANDARD = new Policy(100, 1000, 4);

    public Policy {
        if (leastCalls < 1 || leastTurns < 1 || mostShapes < 1) {
            throw new IllegalArgumentException(
                    "no policy: " + leastCalls + " calls, " + leastTurns + " turns, " + mostShapes + " shapes");
        }
    }
}
