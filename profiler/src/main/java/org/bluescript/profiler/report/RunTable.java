package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bluescript.profiler.report.TableStyle.Ink;

/**
 * The table that ends a profiled run: for each function and loop a row of figures, and below it in words what was seen, what the code
 * is for, which guards failed and why there is no better code. What takes most time comes first.
 *
 * <pre>
 * function or loop          tier            on host  on device    time     instructions each   bytes
 * crc32                     specialised 2       100      1,104    61 %         4,211 → 1,120     184
 *   seen      (table: any[], data: Uint8Array, before: integer): integer
 *   made for  (any[], Uint8Array, integer)
 *   guard     failed 3 times at station.bs:27:23: before was 1.5 (float), not integer
 *   for, line 29            interpreted       2,400          -   4.2 %                     -       -
 * </pre>
 */
public final class RunTable {
    /** No wider, however wide the terminal is. */
    public static final int WIDEST = 100;

    /** No narrower: then lines are cut by the terminal. */
    private static final int NARROWEST = 40;

    /** So many functions are shown. */
    private static final int MOST_FUNCTIONS = 20;

    /** Where there are not more parts than this, the dull ones are shown too. */
    private static final int FEW_PARTS = 12;

    /** So many shapes and guards are told of one part. */
    private static final int MOST_LINES = 3;

    private static final int LABEL = "made for".length() + 2;
    private static final String UNKNOWN = "-";

    private final ProfiledRun run;
    private final Ranking ranking;
    private final int width;
    private final TableStyle style;
    /** Of a session all is shown that has run, and why each part is where it is. */
    private final boolean isSession;
    private final StringBuilder text = new StringBuilder();

    private RunTable(ProfiledRun run, int width, TableStyle style, boolean isSession) {
        this.isSession = isSession;
        this.run = run;
        this.ranking = Ranking.of(run);
        this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
        this.style = style;
    }

    /**
     * The table, each line with a line end.
     *
     * @param width columns of the terminal; of those at most {@value #WIDEST} are used
     */
    public static String text(ProfiledRun run, int width, TableStyle style) {
        RunTable table = new RunTable(run, width, style, false);
        table.writeSummary();
        table.writeParts();
        return table.text.toString();
    }

    /** The same of a session, which has no end: without a summary, and with the outcomes for reasons why parts are where they are. */
    public static String ofSession(ProfiledRun run, int width, TableStyle style) {
        RunTable table = new RunTable(run, width, style, true);
        table.writeParts();
        return table.text.toString();
    }

    private void writeSummary() {
        Times times = run.times();
        writeWrapped(
                "",
                run.program() + " ran " + Figures.time(times.total()) + ": " + Figures.time(times.host())
                        + " in the interpreter, " + Figures.time(times.device()) + " on the device (" + run.board()
                        + (times.instructions().isPresent()
                                ? ", " + Figures.counted(times.instructions().getAsLong(), "instruction")
                                : "")
                        + ")",
                "");
        latencies().ifPresent(l -> writeWrapped("", l, ""));
        text.append('\n');
    }

    /** What became of the compilations after the first, which does not wait for anything hot. */
    private Optional<String> latencies() {
        long[] installed = run.generations().stream()
                .filter(g -> g.installedAt().isPresent() && !g.latency().isEmpty())
                .mapToLong(Generation::latencyMicroseconds)
                .sorted()
                .toArray();
        if (installed.length == 0) {
            return Optional.empty();
        }
        return Optional.of("code was installed " + Figures.times(installed.length)
                + (installed.length == 1
                        ? ", " + Figures.time(installed[0]) + " after it was wanted"
                        : "; from wanted to installed " + Figures.time(LongStream.of(installed).min().getAsLong()) + " to "
                                + Figures.time(installed[installed.length - 1]) + ", median "
                                + Figures.time(installed[installed.length / 2]))
                + "; compiling took " + Figures.time(run.times().compiling()) + " meanwhile");
    }

    private void writeParts() {
        if (run.parts().isEmpty()) {
            text.append("no function was called\n");
            return;
        }
        boolean all = isSession || run.parts().size() <= FEW_PARTS;
        List<List<PartRun>> shown = new ArrayList<>();
        for (Ranking.Group group : ranking.groups()) {
            List<PartRun> parts = group.parts().stream()
                    .filter(p -> all || !ranking.isDull(p))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (!parts.isEmpty() && parts.getFirst().id().isLoop() && !group.parts().getFirst().id().isLoop()) {
                parts.addFirst(group.parts().getFirst());
            }
            if (!parts.isEmpty() && shown.size() < MOST_FUNCTIONS) {
                shown.add(parts);
            }
        }
        List<PartRun> rows = shown.stream().flatMap(List::stream).toList();
        TableColumns columns = TableColumns.of(rows, ranking, width);
        text.append(style.paint(Ink.LABEL, columns.header())).append('\n');
        rows.forEach(part -> {
            text.append(columns.row(part, style)).append('\n');
            writeDetails(part, columns);
        });
        writeLeftOut(rows);
    }

    private void writeDetails(PartRun part, TableColumns columns) {
        String indent = part.id().isLoop() ? "    " : "  ";
        if (!columns.showsInstructions()) {
            String instructions = TableColumns.instructions(part);
            if (!instructions.equals(UNKNOWN)) {
                writeDetail(indent, "cost", instructions + " instructions each", Ink.LABEL);
            }
        }
        String seen = signature(part);
        if (!seen.isEmpty()) {
            writeDetail(indent, "seen", seen, Ink.LABEL);
        }
        switch (part.outcome()) {
            case Outcome.For made when isAsItsFunction(part) -> { }
            case Outcome.For made ->
                few(made.shapeTexts(), "more").forEach(shape -> writeDetail(indent, "made for", shape, Ink.LABEL));
            case Outcome.Not not when not.reason().isEmpty() -> { }
            case Outcome.Not not -> writeDetail(indent, isSession ? "why" : "why not", not.reason(), Ink.LABEL);
            case Outcome.GivenUp givenUp -> writeDetail(indent, "given up", givenUp.reason(), Ink.WARNING);
        }
        few(part.failures().stream().map(RunTable::sentence).toList(), "more guards")
                .forEach(failure -> writeDetail(indent, "guard", failure, Ink.WARNING));
    }

    /** A loop in a function that was specialised for the same. */
    private boolean isAsItsFunction(PartRun part) {
        return part.id().isLoop()
                && run.part(PartId.of(part.id().function()))
                        .map(PartRun::outcome)
                        .equals(Optional.of(part.outcome()));
    }

    private static List<String> few(List<String> lines, String more) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> few = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        few.add((lines.size() - MOST_LINES + 1) + " " + more);
        return few;
    }

    /** {@code (table: any[], factor: integer | float): integer}; empty if there is nothing to tell. */
    static String signature(PartRun part) {
        String parameters = part.seen().stream()
                .filter(s -> !s.name().equals(SeenTypes.RESULT))
                .map(s -> s.name() + ": " + (s.types().isEmpty() ? UNKNOWN : s.text()))
                .collect(Collectors.joining(", ", "(", ")"));
        String result = part.seen().stream()
                .filter(s -> s.name().equals(SeenTypes.RESULT) && !s.types().isEmpty())
                .map(s -> ": " + s.text())
                .collect(Collectors.joining());
        return part.seen().isEmpty() ? "" : parameters + result;
    }

    /** {@code failed 3 times at station.bs:27:23: before was 1.5 (float), not integer}. */
    static String sentence(GuardFailure failure) {
        return "failed " + Figures.times(failure.count()) + " at " + failure.place() + ": " + failure.text();
    }

    private void writeDetail(String indent, String label, String words, Ink ink) {
        String first = indent + label + " ".repeat(LABEL - label.length());
        String rest = " ".repeat(first.length());
        List<String> lines = Columns.wrapped(words, width - first.length());
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? indent + style.paint(ink, label) + first.substring(indent.length() + label.length()) : rest)
                    .append(lines.get(i))
                    .append('\n');
        }
    }

    private void writeLeftOut(List<PartRun> rows) {
        List<PartRun> out = run.parts().stream().filter(p -> !rows.contains(p)).toList();
        if (out.isEmpty()) {
            return;
        }
        long functions = out.stream().filter(p -> !p.id().isLoop()).count();
        long loops = out.size() - functions;
        double share = out.stream().mapToDouble(ranking::share).sum();
        String what = functions == 0
                ? Figures.counted(loops, "loop")
                : Figures.counted(functions, "function") + (loops == 0 ? "" : " and " + Figures.counted(loops, "loop"));
        text.append('\n');
        writeWrapped("", "left out: " + what + (ranking.knowsTimes() ? " with " + Figures.share(share) + " of the time" : ""), "  ");
    }

    private void writeWrapped(String first, String words, String rest) {
        List<String> lines = Columns.wrapped(words, width - Math.max(first.length(), rest.length()));
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? first : rest).append(lines.get(i)).append('\n');
        }
    }
}
