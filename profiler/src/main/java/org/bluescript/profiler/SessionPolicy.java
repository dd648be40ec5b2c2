package org.bluescript.profiler;

/**
 * From when on a board runs a function of a session that the host could run as well. There the host is fast, and what takes time is each call of a
 * board: a round trip of about a millisecond, however little the function does. A function that makes many such calls is better called there itself.
 *
 * @param leastRemoteCalls so many calls of the board must a function have made, in all of its calls that the host has run since it is there
 * @param leastEach and so many in each of these in the mean: one that makes one only would take a round trip as well
 * @param mostTogether so many functions at most may the board have to know to run it: all are compiled, and take memory
 * @param callsToReview a function that the board has run so often is given back, once, to see whether it still calls the board: it goes there
 *     again as soon as it has made {@code leastRemoteCalls}
 * @param leastFailures so many times must values have been of other types than the board's code of a function is made for: then it is given back, so
 *     that the host sees what they are, and its next code is for these, too
 * @param mostAttempts that happens so many times at most; then its code takes whatever comes
 */
public record SessionPolicy(
        long leastRemoteCalls, long leastEach, int mostTogether, long callsToReview, long leastFailures, int mostAttempts) {
    /**
     * Making code takes some hundred milliseconds, of another thread: with 50 calls the function has taken half of that, and will probably go on. A
     * review takes as long as that, after 10,000 calls or some ten seconds. A value of another type costs a microsecond or two: a thousand may be
     * worth a new look.
     */
    public static final SessionPolicy STANDARD = new SessionPolicy(50, 2, 100, 10_000, 1000, 3);

    public SessionPolicy {
        requirePositive("calls of the board", leastRemoteCalls);
        requirePositive("calls of the board in each call", leastEach);
        requirePositive("functions together", mostTogether);
        requirePositive("calls to a review", callsToReview);
        requirePositive("failures", leastFailures);
        requirePositive("attempts", mostAttempts);
    }

    private static void requirePositive(String what, long count) {
        if (count < 1) {
            throw new IllegalArgumentException("no policy: " + count + " " + what);
        }
    }
}
