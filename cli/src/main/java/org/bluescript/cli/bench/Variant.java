package org.bluescript.cli.bench;

import java.util.Locale;

/** In which form a benchmark of ours runs. */
public enum Variant {
    /** With type annotations. */
    TYPED,
    /** The program without type annotations, as {@code run} compiles it. */
    UNTYPED,
    /** The same, specialised to what the interpreter has seen in a run of it, as {@code run --with-profile} does it. */
    PROFILED,
    /**
     * The same, as {@code run --profile} installs it while the program runs: with guards that count and jumps that can be
     * switched.
     */
    TIERS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
