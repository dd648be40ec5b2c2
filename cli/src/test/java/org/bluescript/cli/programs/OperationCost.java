package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a statement costs in the board's instructions: the difference of two programs, of which one does the statement once more
 * in each turn of its loop.
 *
 * @param program the text of a program in which {@code %1$s} stands for what is done in each turn and {@code %2$d} for their number
 */
record OperationCost(TestBench bench, Path folder, String program) {
    private static final int TURNS = 1000;

    /** Of the second statement when the first is done in each turn as well. */
    double of(String first, String second) throws Exception {
        return (instructions(first + " " + second) - instructions(first)) / (double) TURNS;
    }

    private long instructions(String body) throws Exception {
        Path file = Files.writeString(folder.resolve("cost.bs"), program.formatted(body, TURNS));
        TestBench.Result result = bench.run(file);
        assertThat(result.error()).isEmpty();
        return result.ending().orElseThrow().instructions();
    }
}
