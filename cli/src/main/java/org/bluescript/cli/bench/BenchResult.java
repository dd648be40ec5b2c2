package org.bluescript.cli.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * All that a benchmark run has found.
 *
 * @param board on which it ran; peers run elsewhere
 * @param compiler of programs and of C twins, with its version: the figures hold for it only
 * @param contenders the titles of the columns by their keys, in order
 */
public record BenchResult(String board, String compiler, Map<String, String> contenders, List<Row> rows) {
    public BenchResult {
        contenders = Collections.unmodifiableMap(new LinkedHashMap<>(contenders));
        rows = List.copyOf(rows);
    }

    /**
     * One program.
     *
     * @param cells by the contenders' keys; one that is missing was not tried
     */
    public record Row(String name, Map<String, Cell> cells) {
        public Row {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        public OptionalLong get(String contender, Figure figure) {
            Cell cell = cells.get(contender);
            return cell == null ? OptionalLong.empty() : cell.get(figure);
        }

        /** Guest instructions for each of the C twin's. */
        public OptionalDouble ratio(String contender) {
            OptionalLong own = get(contender, Figure.INSTRUCTIONS);
            OptionalLong twin = get(Contender.C, Figure.INSTRUCTIONS);
            return own.isPresent() && twin.isPresent()
                    ? OptionalDouble.of((double) own.getAsLong() / twin.getAsLong())
                    : OptionalDouble.empty();
        }
    }

    public Optional<Row> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** The geometric mean of the ratios there are; empty if there are none. */
    public OptionalDouble geometricMean(String contender) {
        double[] ratios = rows.stream()
                .map(row -> row.ratio(contender))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double logarithms = 0;
        for (double ratio : ratios) {
            logarithms += Math.log(ratio);
        }
        return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(logarithms / ratios.length));
    }

    /** Whether something failed that should not. */
    public boolean hasFailures() {
        return rows.stream().flatMap(row -> row.cells().values().stream()).anyMatch(cell -> cell instanceof Cell.Failed);
    }
}
