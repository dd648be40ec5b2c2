package org.bluescript.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.Workbench;
import org.junit.jupiter.api.Test;

/** Every benchmark program in every form, and every twin, computes the right result, and speed stays what it is. */
class BenchmarksTest {
    /** What was measured last; see {@link #noProgramHasBecomeSlower}. */
    private static final String BASELINE = "jmh/baseline.json";

    private static final String HOW_TO_ACCEPT = """

            If this is what it costs, make it the baseline and commit that with the change:
                ./bluescript bench --save jmh/baseline.json
            """;

    /** Geometric means that hold whatever the compiler. */
    private static final Map<Variant, Double> GREATEST_MEANS = Map.of(
            Variant.TYPED, 1.5, Variant.UNTYPED, 8.0, Variant.PROFILED, 2.5, Variant.TIERS, 2.5);

    /**
     * The figures are the same in every run, but depend on the C compiler: with another one than the baseline's, only the limits
     * above hold.
     */
    @Test
    void noProgramHasBecomeSlower() throws Exception {
        BenchResult now = run("stm32f405", List.of(Variant.values()), true);
        assertThat(now.rows()).hasSizeGreaterThanOrEqualTo(16);
        assertEveryResultIsRight(now);
        GREATEST_MEANS.forEach((variant, greatest) ->
                assertThat(now.geometricMean(variant.key()).orElseThrow()).as(variant.key()).isLessThanOrEqualTo(greatest));

        BenchResult baseline = BenchJson.read(Installation.home().resolve(BASELINE));
        if (baseline.compiler().equals(now.compiler())) {
            assertThat(missing(now, baseline)).as("not in %s:%s", BASELINE, HOW_TO_ACCEPT).isEmpty();
            BenchComparison comparison = BenchComparison.of(baseline, now);
            assertThat(comparison.regressions()).as("slower than %s says:%n%s%s", BASELINE, comparison.text(), HOW_TO_ACCEPT).isEmpty();
        }
    }

    @Test
    void everyProgramIsRightOnAnotherBoard() throws Exception {
        assertEveryResultIsRight(run("mps2-an386", List.of(Variant.TYPED), false));
    }

    private static void assertEveryResultIsRight(BenchResult result) {
        assertThat(result.rows()).allSatisfy(row -> row.cells().forEach((key, cell) ->
                assertThat(cell).as("%s, %s", row.name(), key).isInstanceOf(Cell.Measured.class)));
    }

    /** Programs and forms of which the baseline has no figures. */
    private static List<String> missing(BenchResult now, BenchResult baseline) {
        return now.rows().stream()
                .flatMap(row -> Arrays.stream(Variant.values())
                        .map(Variant::key)
                        .filter(key -> baseline.row(row.name()).flatMap(old -> Optional.ofNullable(old.cells().get(key)))
                                .flatMap(Cell::measured).isEmpty())
                        .map(key -> row.name() + ", " + key))
                .toList();
    }

    private static BenchResult run(String board, List<Variant> variants, boolean twins) throws Exception {
        Path home = Installation.home();
        DeviceChoice choice = DeviceChoice.of(home, board, Optional.empty());
        try (DeviceSession device = choice.connect();
                Workbench workbench = Workbench.open(home, choice.board().firmware(), Phases.silent())) {
            List<Contender> contenders = BenchRunner.ours(variants, workbench, device).stream()
                    .filter(contender -> twins || !contender.key().equals(Contender.C))
                    .toList();
            return new BenchRunner(board, contenders, 1, text -> { }).run(Benchmark.in(home.resolve("jmh/programs")));
        }
    }
}
