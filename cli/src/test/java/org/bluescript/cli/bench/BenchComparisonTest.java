package org.bluescript.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchComparisonTest {
    private static final BenchResult BEFORE = Results.of(Results.row("a", 1000, 1000), Results.row("b", 1000, 1000));

    @Test
    void oneInAHundredIsNothing() {
        BenchComparison comparison = BenchComparison.of(BEFORE, Results.of(Results.row("a", 1000, 1010), Results.row("b", 1000, 990)));
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.text()).isEqualTo("no figure has changed by more than 1 %\n");
    }

    @Test
    void moreInstructionsOfOursAreARegression() {
        BenchComparison comparison = BenchComparison.of(BEFORE, Results.of(Results.row("a", 1000, 1011), Results.row("b", 1000, 980)));
        assertThat(comparison.text()).isEqualTo("""
                a           typed        guest instructions       1,000 ->       1,011  +1.1 %  regression
                b           typed        guest instructions       1,000 ->         980  -2.0 %
                """);
        assertThat(comparison.regressions()).extracting(BenchComparison.Change::program).containsExactly("a");
    }

    @Test
    void anotherCompilersTwinIsNoRegression() {
        BenchComparison comparison = BenchComparison.of(BEFORE, Results.of(Results.row("a", 1100, 1000)));
        assertThat(comparison.changes()).hasSize(1);
        assertThat(comparison.regressions()).isEmpty();
    }

    @Test
    void whatFailsNowIsToldWithTheReason() {
        BenchComparison comparison = BenchComparison.of(BEFORE, Results.of(Results.failed("a")));
        assertThat(comparison.lost()).containsExactly("a, typed: index out of range");
    }

    @Test
    void whatWasNotThereBeforeIsNoChange() {
        assertThat(BenchComparison.of(BEFORE, Results.of(Results.row("new", 1, 5))).changes()).isEmpty();
    }
}
