package org.bluescript.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchTableTest {
    private static BenchTable.Row row(String name, long ours, long twin) {
        return new BenchTable.Row(name, Optional.of(new Measurement(ours, 100, 2000)),
                Optional.of(new Measurement(twin, 80, 0)), "");
    }

    private static final BenchTable.Row FAILED =
            new BenchTable.Row("c", Optional.empty(), Optional.of(new Measurement(1, 1, 1)), "index out of range");

    @Test
    void theMeanIsGeometricAndOfThoseThatRan() {
        BenchTable table = new BenchTable("b", List.of(row("a", 2000, 1000), row("b", 500, 1000), FAILED));
        assertThat(table.geometricMean().orElseThrow()).isCloseTo(1.0, within(1e-9));
        assertThat(table.isComplete()).isFalse();
    }

    @Test
    void columnsStandUnderTheirHeads() {
        assertThat(BenchTable.header() + BenchTable.line(row("sieve", 1234567, 1000000)) + BenchTable.line(FAILED))
                .isEqualTo("""
                                       instructions                      code bytes           peak heap
                        program          BlueScript       C twin  ratio  BlueScript       C  BlueScript       C
                        sieve             1,234,567    1,000,000   1.23         100      80       2,000       0
                        c                    failed            1      -      failed       1      failed       1
                        """);
    }

    @Test
    void jsonHasTheReasonOfAFailure() {
        assertThat(new BenchTable("b", List.of(FAILED)).json())
                .contains("\"bluescript\": null")
                .contains("\"failure\": \"index out of range\"")
                .contains("\"geometricMean\": null");
    }
}
