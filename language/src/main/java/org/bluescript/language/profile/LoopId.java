package org.bluescript.language.profile;

import org.bluescript.language.typed.FunctionId;

/**
 * Identifies a loop across compilations, as {@link FunctionId} does a function.
 *
 * @param function in which it stands, as the source has it
 * @param number the loop's in {@link Sites}
 */
public record LoopId(FunctionId function, int number) implements Comparable<LoopId> {
    @Override
    public int compareTo(LoopId other) {
        int order = function.compareTo(other.function);
        return order != 0 ? order : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return function + " loop " + number;
    }
}
