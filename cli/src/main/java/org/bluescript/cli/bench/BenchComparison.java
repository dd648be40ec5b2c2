package org.bluescript.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What has changed since an earlier run, by more than {@link #TOLERANCE}: deterministic figures, of programs and contenders that are in both.
 *
 * @param lost what had figures and has none now, in words
 */
public record BenchComparison(List<Change> changes, List<String> lost) {
    /** The part of a figure that is nothing to speak of. */
    public static final double TOLERANCE = 0.01;

    /** One figure that is another now. */
    public record Change(String program, String contender, Figure figure, long before, long now) {
        /** Whether our programs have become slower. C twins change only with their compiler, peers are not ours. */
        public boolean isRegression() {
            return figure == Figure.INSTRUCTIONS && now > before
                    && List.of(Variant.values()).stream().anyMatch(variant -> variant.key().equals(contender));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-11s %-12s %-18s %,11d -> %,11d  %+.1f %%%s", program, contender, figure.title(),
                    before, now, before == 0 ? 100.0 : 100.0 * (now - before) / before, isRegression() ? "  regression" : "");
        }
    }

    public BenchComparison {
        changes = List.copyOf(changes);
        lost = List.copyOf(lost);
    }

    public static BenchComparison of(BenchResult before, BenchResult now) {
        List<Change> changes = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (BenchResult.Row row : now.rows()) {
            before.row(row.name()).ifPresent(old -> row.cells().forEach((contender, cell) -> {
                for (Figure figure : Figure.values()) {
                    OptionalLong was = old.get(contender, figure);
                    OptionalLong is = cell.get(figure);
                    if (was.isPresent() && figure.isDeterministic()) {
                        if (is.isEmpty() && figure == Figure.INSTRUCTIONS) {
                            lost.add("%s, %s: %s".formatted(row.name(), contender, cell.reason().strip()));
                        } else if (is.isPresent() && Math.abs(is.getAsLong() - was.getAsLong()) > TOLERANCE * was.getAsLong()) {
                            changes.add(new Change(row.name(), contender, figure, was.getAsLong(), is.getAsLong()));
                        }
                    }
                }
            }));
        }
        return new BenchComparison(changes, lost);
    }

    public List<Change> regressions() {
        return changes.stream().filter(Change::isRegression).toList();
    }

    /** A line for each change, or one that says there is none. */
    public String text() {
        StringBuilder text = new StringBuilder();
        changes.forEach(change -> text.append(change).append('\n'));
        lost.forEach(line -> text.append("no figures any more: ").append(line).append('\n'));
        return text.isEmpty() ? "no figure has changed by more than 1 %\n" : text.toString();
    }
}
