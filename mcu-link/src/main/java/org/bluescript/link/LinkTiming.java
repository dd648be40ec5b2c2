package org.bluescript.link;

import java.time.Duration;

/**
 * How patient the host is.
 *
 * @param first how long to wait for the first answer before asking again; later, measured round trips decide
 * @param least the shortest such wait
 * @param most the longest: each unanswered repetition doubles the wait up to here
 * @param patience without any progress for so long, the device counts as not answering
 * @param poll how long a running program may be silent before the host asks whether it missed something; zero:
 *     for ever, right where no byte is ever lost
 */
public record LinkTiming(Duration first, Duration least, Duration most, Duration patience, Duration poll) {
    private static final int LARGEST_WINDOW = 4 * 560; // bytes of the wire in a full window of requests

    /** For a socket: it loses nothing, so that repeating is only for a device that was not ready yet. */
    public static LinkTiming socket() {
        return new LinkTiming(
                Duration.ofMillis(250), Duration.ofMillis(1000), Duration.ofMillis(2000), Duration.ofSeconds(20), Duration.ZERO);
    }

    /** For a serial line: time for a full window to pass over it, and questions during silence. */
    public static LinkTiming serial(int baud) {
        Duration window = Duration.ofNanos(LARGEST_WINDOW * 10L * 1_000_000_000L / baud);
        return new LinkTiming(
                Duration.ofMillis(300),
                window.plusMillis(50),
                window.plusMillis(1000),
                Duration.ofSeconds(5),
                Duration.ofMillis(500));
    }

    public LinkTiming withPatience(Duration newPatience) {
        return new LinkTiming(first, least, most, newPatience, poll);
    }

    public boolean polls() {
        return !poll.isZero();
    }
}
