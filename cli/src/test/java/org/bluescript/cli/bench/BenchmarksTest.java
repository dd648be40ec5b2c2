package org.bluescript.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every benchmark program and every twin computes the right result, and speed stays what it is. */
class BenchmarksTest {
    private static final double GREATEST_RATIO = 2.0;
    private static final double GREATEST_MEAN = 1.4;
    private static final double GREATEST_UNTYPED_MEAN = 8.0;

    /** Without annotations, everything in {@code any}: no profile, no guards. */
    @Test
    void programsWithoutTypesAreRightAndHaveTheirPrice() throws Exception {
        List<BenchTable.Row> rows = run("stm32f405", b -> b.as(Benchmark.Variant.UNTYPED));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(16).allSatisfy(row ->
                assertThat(row.failure()).as(row.name()).isEmpty());
        assertThat(new BenchTable("stm32f405", rows).geometricMean().orElseThrow())
                .isLessThanOrEqualTo(GREATEST_UNTYPED_MEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stm32f405", "mps2-an386"})
    void allAreRightAndNotMuchSlowerThanC(String board) throws Exception {
        List<BenchTable.Row> rows = run(board, benchmark -> benchmark);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(16).allSatisfy(row -> {
            assertThat(row.failure()).as(row.name()).isEmpty();
            assertThat(row.ratio().orElseThrow()).as(row.name()).isLessThanOrEqualTo(GREATEST_RATIO);
        });
        assertThat(new BenchTable(board, rows).geometricMean().orElseThrow()).isLessThanOrEqualTo(GREATEST_MEAN);
    }

    private static List<BenchTable.Row> run(String board, UnaryOperator<Benchmark> variant) throws Exception {
        Path home = Installation.home();
        DeviceChoice choice = DeviceChoice.of(home, board, Optional.empty());
        List<BenchTable.Row> rows = new ArrayList<>();
        try (DeviceSession device = choice.connect();
                Workbench workbench = Workbench.open(home, choice.board().firmware(), Phases.silent())) {
            BenchRunner runner = new BenchRunner(workbench, device);
            for (Benchmark benchmark : Benchmark.in(home.resolve("jmh/programs"))) {
                rows.add(runner.run(variant.apply(benchmark)));
            }
        }
        return rows;
    }
}
