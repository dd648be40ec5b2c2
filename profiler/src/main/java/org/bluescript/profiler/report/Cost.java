package org.bluescript.profiler.report;

/**
 * What a version's calls or turns took on the device.
 *
 * @param times how many calls or turns were measured; 0 if none
 * @param instructions guest instructions of all of them, with what they called
 */
public record Cost(long times, long instructions) {
    /** Nothing was measured. */
    public static final Cost NONE = new Cost(0, 0);

    public Cost {
        if (times < 0 || instructions < 0) {
            throw new IllegalArgumentException("no cost: " + times + " times, " + instructions + " instructions");
        }
    }

    public boolean isKnown() {
        return times > 0;
    }

    /** Guest instructions of one call or turn in the mean. */
    public double each() {
        return (double) instructions / times;
    }

    public Cost and(Cost other) {
        return new Cost(times + other.times, instructions + other.instructions);
    }
}
