package org.bluescript.cli.bench;

/** One way to run a benchmark: a column of the tables. */
public interface Contender extends AutoCloseable {
    /** The key of the C twins, with which all others are compared. */
    String C = "c";

    /** Its name on the command line and in JSON; no two have the same. */
    String key();

    /** Its name over a column. */
    String title();

    /** Runs a benchmark once, from its source. Throws only if the board or a tool of ours fails. */
    Cell run(Benchmark benchmark);

    /** Whether figures that are {@linkplain Figure#isDeterministic deterministic} are so with this one. */
    default boolean isDeterministic() {
        return true;
    }

    @Override
    default void close() {}
}
