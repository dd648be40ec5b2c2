package org.bluescript.language.tiers;

import java.util.Map;

/**
 * How often a function or a loop was handed over to the device, and for how long.
 *
 * @param calls begun, of which one may still last
 * @param nanoseconds on the host's clock that the ended ones took, with the way there and back
 * @param recalls how many of them the host has ended, those of loops
 * @param turns of a loop, that the host had made itself when it was handed over last; 0 if nobody counts them
 * @param spent by generation, what those took that have returned and were measured
 */
public record Crossings(long calls, long nanoseconds, long recalls, long turns, Map<Integer, Spent> spent) {
    public Crossings {
        spent = Map.copyOf(spent);
    }
}
