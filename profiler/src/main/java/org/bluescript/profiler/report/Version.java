package org.bluescript.profiler.report;

/**
 * Code of one part on the device.
 *
 * @param number counts the versions of the part from 1
 * @param generation the compilation that made it
 * @param tier {@link Tier#GENERIC} or {@link Tier#SPECIALISED}
 * @param types what it is for, {@code (integer, any)}; empty for generic code
 * @param codeBytes its size; 0 if the compiler has put it into its callers
 * @param cost what its calls took, as far as they were measured
 * @param c its text in C; empty if nobody kept it
 * @param assembly its instructions; empty if nobody asked for them
 */
public record Version(
        int number, int generation, Tier tier, String types, int codeBytes, Cost cost, String c, String assembly) {
    public Version {
        if (tier == Tier.INTERPRETED) {
            throw new IllegalArgumentException("the interpreter has no versions");
        }
    }

    Version with(Cost measured) {
        return new Version(number, generation, tier, types, codeBytes, measured, c, assembly);
    }

    Version with(String instructions) {
        return new Version(number, generation, tier, types, codeBytes, cost, c, instructions);
    }

    /** What a loop has of it that is not entered by itself. */
    Version within() {
        return new Version(number, generation, tier, "", 0, Cost.NONE, "", "");
    }

    /** Whether it has the same code for the same types as {@code other}: a later generation that had nothing to change. */
    public boolean sameCodeAs(Version other) {
        return tier == other.tier && types.equals(other.types) && codeBytes == other.codeBytes && c.equals(other.c);
    }
}
