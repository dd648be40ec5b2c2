package org.bluescript.language.tiers;

/**
 * What calls of one function took on the device.
 *
 * @param calls that were measured
 * @param instructions of all of them, with what they called
 */
public record Spent(long calls, long instructions) {
    Spent and(Spent other) {
        return new Spent(calls + other.calls, instructions + other.instructions);
    }
}
