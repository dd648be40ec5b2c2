package org.bluescript.cli.bench.peer;

import java.nio.file.Path;
import java.time.Duration;
import org.bluescript.cli.bench.Benchmark;
import org.bluescript.cli.bench.Figure;

/** How to talk to a peer that is connected. */
interface Prompt {
    /** How long a peer may take for a program. */
    Duration RUNNING = Duration.ofMinutes(5);

    /**
     * What a run has shown.
     *
     * @param right whether the peer's version of the program found its result right
     * @param figure what was counted
     */
    record Outcome(String result, boolean right, Figure figure, long count) {}

    /** The peer's version of a program. */
    Path program(Benchmark benchmark);

    /** Gets the peer's attention, and returns what it is, in a few words. */
    String greet() throws PeerFailure;

    /** Makes the peer forget all it has, and defines what is in a program: {@code run()} and {@code right(result)}. */
    void load(String program) throws PeerFailure;

    /** Calls {@code run()}, with a counter before and after, and {@code right} with its result. */
    Outcome run() throws PeerFailure;
}
