package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operations on values of type {@code any} cost. */
class AnyCostTest {
    /** {@code a} is any[], all else any; the first is what is added up from, the second what is added. */
    private static final String PROGRAM = """
            function turns(a: any[], s: any, x: any, t: any, y: any): any {
                for (let i = 0; i < %%2$d; i++) {
                    %%1$s
                }
                return s == t;
            }
            turns([%2$s, %2$s, %2$s, %2$s, %2$s, %2$s, %2$s, %2$s], %1$s, %2$s, %1$s, %2$s);
            """;

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

    private double cost(String first, String second, String start, String operand) throws Exception {
        return new OperationCost(bench, folder, PROGRAM.formatted(start, operand)).of(first, second);
    }
}
