package org.bluescript.profiler.report;

import java.util.Comparator;
import java.util.OptionalInt;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.typed.FunctionId;

/**
 * Identifies what can be in a tier.
 *
 * @param loop for a loop of the function its number in {@link org.bluescript.language.profile.Sites}; empty for the function itself
 */
public record PartId(FunctionId function, OptionalInt loop) implements Comparable<PartId> {
    private static final Comparator<PartId> ORDER =
            Comparator.comparing(PartId::function).thenComparing(id -> id.loop().orElse(-1));

    public static PartId of(FunctionId function) {
        return new PartId(function, OptionalInt.empty());
    }

    public static PartId of(LoopId loop) {
        return new PartId(loop.function(), OptionalInt.of(loop.number()));
    }

    public boolean isLoop() {
        return loop.isPresent();
    }

    /** By function; a function comes before its loops, and these are in source order. */
    @Override
    public int compareTo(PartId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return loop.isPresent() ? function + "#" + loop.getAsInt() : function.toString();
    }
}
