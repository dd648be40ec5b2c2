package org.bluescript.language.tiers;

import java.util.List;
import java.util.OptionalLong;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.typed.Local;

/** One call from the host to the device, from {@link Tiers#enter} to {@link Tiers#leave}. */
public final class Crossing {
    private final int generation;
    private final int entry;
    private final List<Local> locals;
    private final List<Stretch> words;
    private final Tally tally;
    private final long start = System.nanoTime();

    Crossing(int generation, int entry, List<Local> locals, List<Stretch> words, Tally tally) {
        this.generation = generation;
        this.entry = entry;
        this.locals = locals;
        this.words = List.copyOf(words);
        this.tally = tally;
    }

    public int entry() {
        return entry;
    }

    /** Those of a loop; none for a function. */
    public List<Local> locals() {
        return locals;
    }

    /** Must stand in memory before the call. */
    public List<Stretch> words() {
        return words;
    }

    void end(boolean recalled, OptionalLong instructions) {
        tally.end(System.nanoTime() - start, recalled);
        if (!recalled) {
            instructions.ifPresent(n -> tally.spend(generation, n));
        }
    }
}
