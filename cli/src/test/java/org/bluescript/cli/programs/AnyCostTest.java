package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What operations on values of type {@code any} cost, in the board's instructions: the difference of two programs, of which one
 * does the operation once more in each turn of its loop.
 */
class AnyCostTest {
    private static final int TURNS = 1000;
    private static TestBench bench;

    @TempDir
    Path folder;

    @BeforeAll
    static void boot() {
        bench = TestBench.open("stm32f405");
    }

    @AfterAll
    static void shutDown() {
        bench.close();
    }

    @Test
    void integersAreAddedInLine() throws Exception {
        assertThat(cost("s = s + x;", "t = t + y;", "0", "1")).isBetween(1.0, 8.0);
    }

    @Test
    void floatsAreAddedInLine() throws Exception {
        assertThat(cost("s = s + x;", "t = t + y;", "0.5", "1.5")).isBetween(1.0, 18.0);
    }

    /** The index takes one instruction more. */
    @Test
    void elementsOfArraysOfAnyAreReadInLine() throws Exception {
        double add = cost("s = s + x;", "s = s + x;", "0", "1");
        double readAndAdd = cost("s = s + a[i & 7];", "s = s + a[i & 3];", "0", "1");
        assertThat(readAndAdd - add).isBetween(1.0, 16.0);
    }

    /** Of the second operation when the first is done in each turn as well; {@code a} is any[], all else any. */
    private double cost(String first, String second, String start, String operand) throws Exception {
        long one = instructions(first, start, operand);
        long both = instructions(first + second, start, operand);
        return (both - one) / (double) TURNS;
    }

    private long instructions(String body, String start, String operand) throws Exception {
        String program = """
                function turns(a: any[], s: any, x: any, t: any, y: any): any {
                    for (let i = 0; i < %4$d; i++) {
                        %1$s
                    }
                    return s == t;
                }
                turns([%3$s, %3$s, %3$s, %3$s, %3$s, %3$s, %3$s, %3$s], %2$s, %3$s, %2$s, %3$s);
                """.formatted(body, start, operand, TURNS);
        Path file = Files.writeString(folder.resolve("cost.bs"), program);
        TestBench.Result result = bench.run(file);
        assertThat(result.error()).isEmpty();
        return result.ending().orElseThrow().instructions();
    }
}
