package org.bluescript.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** The results of a benchmark run as text: a table for each figure, a line for each program, a column for each contender. */
public final class BenchTable {
    private final BenchResult result;
    private final StringBuilder text = new StringBuilder();

    private BenchTable(BenchResult result) {
        this.result = result;
    }

    public static String of(BenchResult result) {
        BenchTable table = new BenchTable(result);
        table.writeRatios();
        table.writeFigure(Figure.INSTRUCTIONS);
        table.writeFigure(Figure.MICROSECONDS);
        table.writeFigure(Figure.CODE_BYTES);
        table.writeFigure(Figure.PEAK_HEAP);
        table.writeFigure(Figure.COMPILE_TIME);
        table.writeFigure(Figure.TRANSFER_TIME);
        table.writeReasons();
        return table.text.toString();
    }

    private void writeRatios() {
        if (result.contenders().size() < 2) {
            return;
        }
        List<List<String>> lines = lines((row, key) ->
                key.equals(Contender.C) ? absolute(row, key, Figure.INSTRUCTIONS) + note(row.cells().get(key)) : ratio(row, key));
        if (result.rows().size() > 1) {
            List<String> means = new ArrayList<>(List.of("geometric mean"));
            result.contenders().keySet().forEach(key ->
                    means.add(key.equals(Contender.C) ? "" : ratio(result.geometricMean(key))));
            lines.add(means);
        }
        write("guest instructions of the C twin, at the better of -O2 and -O3, and of the others for each of its", lines);
    }

    private void writeFigure(Figure figure) {
        boolean known = result.rows().stream().anyMatch(row ->
                row.cells().keySet().stream().anyMatch(key -> row.get(key, figure).isPresent()));
        if (known) {
            text.append('\n');
            write(figure.title(), lines((row, key) -> absolute(row, key, figure)));
        }
    }

    private void writeReasons() {
        String separator = "\n";
        for (BenchResult.Row row : result.rows()) {
            for (String key : row.cells().keySet()) {
                String reason = row.cells().get(key).reason();
                if (!reason.isEmpty()) {
                    text.append(separator).append(row.name()).append(", ").append(key).append(": ")
                            .append(reason.strip().replace("\n", "\n    ")).append('\n');
                    separator = "";
                }
            }
        }
    }

    private List<List<String>> lines(BiFunction<BenchResult.Row, String, String> cell) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("program"));
        head.addAll(result.contenders().values());
        lines.add(head);
        for (BenchResult.Row row : result.rows()) {
            List<String> line = new ArrayList<>(List.of(row.name()));
            result.contenders().keySet().forEach(key -> line.add(cell.apply(row, key)));
            lines.add(line);
        }
        return lines;
    }

    static String absolute(BenchResult.Row row, String key, Figure figure) {
        OptionalLong value = row.get(key, figure);
        return value.isPresent() ? String.format(Locale.ROOT, "%,d", value.getAsLong()) : absent(row, key);
    }

    static String ratio(BenchResult.Row row, String key) {
        OptionalDouble ratio = row.ratio(key);
        return ratio.isPresent() ? ratio(ratio) : absent(row, key);
    }

    /** {@code 1.07}, {@code 31.4}, {@code 1,224}; a dash if there is none. */
    static String ratio(OptionalDouble ratio) {
        return ratio.isEmpty() ? "-"
                : String.format(Locale.ROOT, ratio.getAsDouble() < 9.995 ? "%.2f" : ratio.getAsDouble() < 99.95 ? "%.1f" : "%,.0f",
                        ratio.getAsDouble());
    }

    private static String note(Cell cell) {
        return cell instanceof Cell.Measured(Measurement measurement) && !measurement.note().isEmpty()
                ? " " + measurement.note()
                : "";
    }

    private static String absent(BenchResult.Row row, String key) {
        return row.cells().get(key) instanceof Cell.Failed ? "failed" : "-";
    }

    private void write(String title, List<List<String>> lines) {
        text.append(title).append('\n').append(TextTable.of(lines));
    }
}
