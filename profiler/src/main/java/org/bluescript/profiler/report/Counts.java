package org.bluescript.profiler.report;

/**
 * How often a function was called, or a loop turned, in each tier. What happens on the device without the host's doing, a call from
 * one compiled function to another, is counted only where somebody counts it there.
 */
public record Counts(long interpreted, long generic, long specialised) {
    public static final Counts NONE = new Counts(0, 0, 0);

    public long in(Tier tier) {
        return switch (tier) {
            case INTERPRETED -> interpreted;
            case GENERIC -> generic;
            case SPECIALISED -> specialised;
        };
    }

    public long total() {
        return interpreted + generic + specialised;
    }

    /** The same with so many more in one tier. */
    public Counts and(Tier tier, long more) {
        return switch (tier) {
            case INTERPRETED -> new Counts(interpreted + more, generic, specialised);
            case GENERIC -> new Counts(interpreted, generic + more, specialised);
            case SPECIALISED -> new Counts(interpreted, generic, specialised + more);
        };
    }
}
