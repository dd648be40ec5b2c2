package org.bluescript.language.tiers;

import java.util.Map;
import java.util.TreeMap;

/** Adds up the crossings of one function or loop. Guarded by its {@link Tiers}. */
final class Tally {
    private long calls;
    private long nanoseconds;
    private long recalls;
    private long turns;
    private final Map<Integer, Spent> spent = new TreeMap<>();

    void begin(long turnsUntilNow) {
        calls++;
        turns = turnsUntilNow;
    }

    void end(long duration, boolean recalled) {
        nanoseconds += duration;
        recalls += recalled ? 1 : 0;
    }

    void spend(int generation, long instructions) {
        spent.merge(generation, new Spent(1, instructions), Spent::and);
    }

    Crossings crossings() {
        return new Crossings(calls, nanoseconds, recalls, turns, spent);
    }
}
