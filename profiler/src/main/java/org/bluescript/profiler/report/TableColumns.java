package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.bluescript.profiler.report.TableStyle.Ink;

/** The columns of figures of a {@link RunTable}: as wide as their contents, the name as wide as what is left. */
final class TableColumns {
    private static final String UNKNOWN = "-";
    private static final String GAP = "  ";
    private static final int NARROWEST_NAME = 16;

    /** @param isText whether it is aligned to the left */
    private record Column(String title, boolean isText, BiFunction<PartRun, Ranking, String> content) {
        int width(List<PartRun> rows, Ranking ranking) {
            return Math.max(
                    Columns.width(title),
                    rows.stream()
                            .mapToInt(r -> Columns.width(content.apply(r, ranking)))
                            .max()
                            .orElse(0));
        }
    }

    private static final Column TIER = new Column("tier", true, (p, r) -> tier(p));
    private static final Column HOST = new Column("on host", false, (p, r) -> known(p.counts().interpreted()));
    private static final Column DEVICE =
            new Column("on device", false, (p, r) -> known(p.counts().generic() + p.counts().specialised()));
    private static final Column TIME = new Column("time", false, (p, r) -> p.time().nanoseconds() == 0 ? UNKNOWN : Figures.share(r.share(p)));
    private static final Column INSTRUCTIONS = new Column("instructions each", false, (p, r) -> instructions(p));
    private static final Column BYTES =
            new Column("bytes", false, (p, r) -> known(p.currentVersion().map(Version::codeBytes).orElse(0)));

    /** What is left out first where there is no room. */
    private static final List<Column> DISPENSABLE = List.of(INSTRUCTIONS, BYTES, DEVICE, HOST);

    private final Ranking ranking;
    private final List<Column> columns;
    private final List<Integer> widths;
    private final int nameWidth;

    private TableColumns(List<PartRun> rows, Ranking ranking, List<Column> columns, int width) {
        this.ranking = ranking;
        this.columns = columns;
        this.widths = columns.stream().map(c -> c.width(rows, ranking)).toList();
        int wanted = rows.stream().mapToInt(r -> Columns.width(name(r))).max().orElse(0);
        this.nameWidth = Math.min(Math.max(wanted, "function or loop".length()), width - figuresWidth());
    }

    /** Columns for these rows that do not take more than the width. */
    static TableColumns of(List<PartRun> rows, Ranking ranking, int width) {
        List<Column> columns = new ArrayList<>(List.of(TIER, HOST, DEVICE));
        if (ranking.knowsTimes()) {
            columns.add(TIME);
        }
        columns.addAll(List.of(INSTRUCTIONS, BYTES));
        columns.removeIf(c -> (c == INSTRUCTIONS || c == BYTES)
                && rows.stream().allMatch(r -> c.content().apply(r, ranking).equals(UNKNOWN)));
        TableColumns fitting = new TableColumns(rows, ranking, List.copyOf(columns), width);
        for (Column column : DISPENSABLE) {
            if (fitting.nameWidth >= NARROWEST_NAME) {
                break;
            }
            columns.remove(column);
            fitting = new TableColumns(rows, ranking, List.copyOf(columns), width);
        }
        return fitting;
    }

    private int figuresWidth() {
        return widths.stream().mapToInt(w -> w + GAP.length()).sum();
    }

    /** Whether the instructions of a call are among the columns. */
    boolean showsInstructions() {
        return columns.contains(INSTRUCTIONS);
    }

    String header() {
        StringBuilder line = new StringBuilder(Columns.left("function or loop", nameWidth));
        for (int i = 0; i < columns.size(); i++) {
            line.append(GAP).append(aligned(columns.get(i), columns.get(i).title(), widths.get(i)));
        }
        return line.toString().stripTrailing();
    }

    String row(PartRun part, TableStyle style) {
        String name = Columns.left(name(part), nameWidth);
        StringBuilder line = new StringBuilder(part.id().isLoop() ? name : style.paint(Ink.NAME, name));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String cell = aligned(column, column.content().apply(part, ranking), widths.get(i));
            line.append(GAP).append(column == TIER ? style.paint(Ink.of(part.tier()), cell) : cell);
        }
        return line.toString().stripTrailing();
    }

    private String name(PartRun part) {
        return part.id().isLoop() ? "  " + ranking.name(part) : ranking.name(part);
    }

    private static String aligned(Column column, String text, int width) {
        return column.isText() ? Columns.left(text, width) : Columns.right(text, width);
    }

    private static String tier(PartRun part) {
        return part.tier().text() + part.currentVersion().map(v -> " " + v.number()).orElse("");
    }

    private static String known(long number) {
        return number == 0 ? UNKNOWN : Figures.count(number);
    }

    /** Of one call or turn, before it was specialised and since: {@code 4,211 → 1,120}. */
    static String instructions(PartRun part) {
        String before = part.costBefore().map(c -> Figures.mean(c.each())).orElse("");
        String after = part.costAfter().map(c -> Figures.mean(c.each())).orElse("");
        if (before.isEmpty() && after.isEmpty()) {
            return UNKNOWN;
        }
        return before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after;
    }
}
