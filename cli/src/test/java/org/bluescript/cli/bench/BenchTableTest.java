package org.bluescript.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTableTest {
    @Test
    void theMeanIsGeometricAndOfThoseThatRan() {
        BenchResult result = Results.of(Results.row("a", 1000, 2000), Results.row("b", 1000, 500), Results.failed("c"));
        assertThat(result.geometricMean("typed").orElseThrow()).isCloseTo(1.0, within(1e-9));
        assertThat(result.hasFailures()).isTrue();
    }

    @Test
    void columnsStandUnderTheirHeads() {
        assertThat(BenchTable.of(Results.of(Results.row("sieve", 1000000, 1234567), Results.failed("c"))))
                .isEqualTo("""
                        guest instructions of the C twin, at the better of -O2 and -O3, and of the others for each of its
                        program                C twin   typed  micropython
                        sieve           1,000,000 -O3    1.23            -
                        c                           1  failed            -
                        geometric mean                   1.23            -

                        guest instructions
                        program     C twin      typed  micropython
                        sieve    1,000,000  1,234,567            -
                        c                1     failed            -

                        bytes of code
                        program  C twin   typed  micropython
                        sieve        80     100            -
                        c             1  failed            -

                        most bytes of heap
                        program  C twin   typed  micropython
                        sieve         0   2,000            -
                        c             1  failed            -

                        sieve, micropython: out of memory
                        c, typed: index out of range
                        c, micropython: no answer
                        """);
    }

    @Test
    void whatAPeerCannotRunIsNoFailure() {
        assertThat(Results.of(Results.row("a", 10, 10)).hasFailures()).isFalse();
    }

    @Test
    void ofATimeTheLeastCountsAndOfOtherFiguresAllMustBeTheSame() {
        Replay replay = new Replay(true, List.of(
                Measurement.of(100, 10, 1).with(Figure.COMPILE_TIME, 70),
                Measurement.of(100, 10, 1).with(Figure.COMPILE_TIME, 50),
                Measurement.of(101, 10, 1).with(Figure.COMPILE_TIME, 60)));
        BenchRunner runner = new BenchRunner("b", List.of(replay), 3, text -> { });
        BenchResult result = runner.run(List.of(new Benchmark("sieve", Path.of("sieve"))));
        assertThat(result.rows().getFirst().get("replay", Figure.COMPILE_TIME)).hasValue(50);
        assertThat(result.rows().getFirst().get("replay", Figure.INSTRUCTIONS)).hasValue(100);
        assertThat(runner.disagreements())
                .containsExactly("replay, sieve: 100 guest instructions in one run, 101 in another");
    }

    @Test
    void ofAPeerTheLeastCounts() {
        Replay replay = new Replay(false, List.of(Measurement.of(101, 10, 1), Measurement.of(100, 10, 1)));
        BenchRunner runner = new BenchRunner("b", List.of(replay), 2, text -> { });
        BenchResult result = runner.run(List.of(new Benchmark("sieve", Path.of("sieve"))));
        assertThat(result.rows().getFirst().get("replay", Figure.INSTRUCTIONS)).hasValue(100);
        assertThat(runner.disagreements()).isEmpty();
    }

    /** Measures what it is told, one after the other. */
    private static final class Replay implements Contender {
        private final boolean deterministic;
        private final List<Measurement> measurements;
        private int next;

        Replay(boolean deterministic, List<Measurement> measurements) {
            this.deterministic = deterministic;
            this.measurements = measurements;
        }

        @Override
        public String key() {
            return "replay";
        }

        @Override
        public String title() {
            return "replay";
        }

        @Override
        public boolean isDeterministic() {
            return deterministic;
        }

        @Override
        public Cell run(Benchmark benchmark) {
            return new Cell.Measured(measurements.get(next++));
        }
    }
}
