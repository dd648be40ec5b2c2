package org.bluescript.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bluescript.cli.JsonText;

/** The results of a benchmark run, as text and as JSON. */
public final class BenchTable {
    /**
     * One program.
     *
     * @param ours the BlueScript program; empty if it did not run or its result was wrong
     * @param twin its C twin
     * @param failure why there is no number; empty if both are there
     */
    public record Row(String name, Optional<Measurement> ours, Optional<Measurement> twin, String failure) {
        /** Guest instructions of ours for each of the twin's. */
        Optional<Double> ratio() {
            return ours.flatMap(a -> twin.map(b -> (double) a.instructions() / b.instructions()));
        }
    }

    private final String board;
    private final List<Row> rows;

    public BenchTable(String board, List<Row> rows) {
        this.board = board;
        this.rows = List.copyOf(rows);
    }

    /** Whether every program ran on both sides with the right result. */
    public boolean isComplete() {
        return rows.stream().allMatch(row -> row.ratio().isPresent());
    }

    /** The geometric mean of the ratios there are; empty if there are none. */
    public Optional<Double> geometricMean() {
        List<Double> ratios = rows.stream().map(Row::ratio).flatMap(Optional::stream).toList();
        double logarithms = ratios.stream().mapToDouble(Math::log).sum();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Math.exp(logarithms / ratios.size()));
    }

    public static String header() {
        return line("", "instructions", "", "", "code bytes", "", "peak heap", "")
                + line("program", "BlueScript", "C twin", "ratio", "BlueScript", "C", "BlueScript", "C");
    }

    public static String line(Row row) {
        return line(row.name(),
                number(row.ours().map(Measurement::instructions)), number(row.twin().map(Measurement::instructions)),
                ratio(row.ratio()),
                number(row.ours().map(Measurement::codeBytes)), number(row.twin().map(Measurement::codeBytes)),
                number(row.ours().map(Measurement::peakHeapBytes)), number(row.twin().map(Measurement::peakHeapBytes)));
    }

    public String footer() {
        return line("geometric mean", "", "", ratio(geometricMean()), "", "", "", "");
    }

    private static String line(String name, String... columns) {
        Object[] values = new Object[8];
        values[0] = name;
        System.arraycopy(columns, 0, values, 1, columns.length);
        return "%-14s %12s %12s %6s %11s %7s %11s %7s".formatted(values).stripTrailing() + "\n";
    }

    private static String number(Optional<? extends Number> number) {
        return number.map(n -> String.format(Locale.ROOT, "%,d", n.longValue())).orElse("failed");
    }

    private static String ratio(Optional<Double> ratio) {
        return ratio.map(r -> String.format(Locale.ROOT, "%.2f", r)).orElse("-");
    }

    public String json() {
        List<Object> programs = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> program = new LinkedHashMap<>();
            program.put("name", row.name());
            program.put("bluescript", row.ours().map(BenchTable::fields).orElse(null));
            program.put("twin", row.twin().map(BenchTable::fields).orElse(null));
            program.put("ratio", row.ratio().map(BenchTable::rounded).orElse(null));
            if (!row.failure().isEmpty()) {
                program.put("failure", row.failure());
            }
            programs.add(program);
        }
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("board", board);
        table.put("programs", programs);
        table.put("geometricMean", geometricMean().map(BenchTable::rounded).orElse(null));
        return JsonText.of(table);
    }

    private static Map<String, Object> fields(Measurement measurement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("instructions", measurement.instructions());
        fields.put("codeBytes", measurement.codeBytes());
        fields.put("peakHeapBytes", measurement.peakHeapBytes());
        return fields;
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 1000) / 1000.0;
    }
}
