package org.bluescript.language.tiers;

/** Adds up the crossings of one function or loop. Guarded by its {@link Tiers}. */
final class Tally {
    private long calls;
    private long nanoseconds;
    private long recalls;
    private long turns;

    void begin(long turnsUntilNow) {
        calls++;
        turns = turnsUntilNow;
    }

    void end(long duration, boolean recalled) {
        nanoseconds += duration;
        recalls += recalled ? 1 : 0;
    }

    Crossings crossings() {
        return new Crossings(calls, nanoseconds, recalls, turns);
    }
}
