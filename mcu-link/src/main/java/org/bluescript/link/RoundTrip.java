package org.bluescript.link;

/**
 * How long to wait for an answer, from how long answers have taken: the smoothed mean and four mean deviations,
 * doubled for every repetition (RFC 6298, section 2). Only answers to requests that were sent once may be
 * measured.
 */
final class RoundTrip {
    private final long first;
    private final long least;
    private final long most;
    private long mean;
    private long deviation;
    private boolean measured;

    RoundTrip(LinkTiming timing) {
        first = timing.first().toNanos();
        least = timing.least().toNanos();
        most = timing.most().toNanos();
    }

    void measured(long nanoseconds) {
        if (measured) {
            deviation += (Math.abs(nanoseconds - mean) - deviation) / 4;
            mean += (nanoseconds - mean) / 8;
        } else {
            measured = true;
            mean = nanoseconds;
            deviation = nanoseconds / 2;
        }
    }

    /** Nanoseconds to wait after the given number of repetitions. */
    long timeout(int repetitions) {
        long once = measured ? Math.max(least, mean + 4 * deviation) : first;
        return Math.min(most, once << Math.min(repetitions, 16));
    }
}
