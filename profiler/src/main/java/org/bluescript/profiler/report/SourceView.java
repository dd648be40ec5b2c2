package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;

/**
 * Writes a module's text with what a run has shown: how often each line ran and how hot it is, in which tier it ended, the types seen
 * where they were seen, guards that failed at their place, and at the head of each function why there is no better code for it.
 */
final class SourceView {
    private static final int HOTTEST = 5;

    private final AnnotatedSource source;
    private final List<PartRun> parts;
    private final Ranking ranking;
    private final Markup page;
    private final String anchor;
    private final String text;
    private final Notation.Colour[] colours;
    private final boolean[] failed;
    private final Map<Integer, String> inlays;
    private final Map<Integer, List<String>> failures = new HashMap<>();
    private final Map<Integer, List<String>> reasons = new HashMap<>();

    /** @param anchor the beginning of the names of its lines in the page */
    SourceView(ProfiledRun run, AnnotatedSource source, Ranking ranking, String anchor, Markup page) {
        this.source = source;
        this.ranking = ranking;
        this.anchor = anchor;
        this.page = page;
        SourceFile file = source.file();
        this.text = file.text();
        this.colours = Notation.BLUESCRIPT.colours(text);
        this.failed = new boolean[text.length()];
        this.parts = run.parts().stream().filter(p -> p.span().file() == file).toList();
        this.inlays = Inlays.of(source);
        run.parts().forEach(p -> p.failures().stream()
                .filter(f -> f.place().file() == file)
                .forEach(this::addFailure));
        parts.forEach(this::addReason);
    }

    private void addFailure(GuardFailure failure) {
        Span place = failure.place();
        boolean isInOneLine = place.position().line() == place.file().position(place.end()).line();
        if (isInOneLine) {
            Arrays.fill(failed, place.start(), place.end(), true);
        }
        String sentence = "guard failed " + Figures.times(failure.count()) + ": " + failure.text();
        failures.computeIfAbsent(failure.place().position().line(), l -> new ArrayList<>()).add(sentence);
    }

    private void addReason(PartRun part) {
        String reason = switch (part.outcome()) {
            case Outcome.For made -> "";
            case Outcome.Not not -> not.reason().isEmpty() ? "" : "not specialised: " + not.reason();
            case Outcome.GivenUp givenUp -> "given up: " + givenUp.reason();
        };
        boolean isTopLevel = part.span().start() == 0 && part.span().end() >= text.length() - 1;
        if (!reason.isEmpty() && !isTopLevel) {
            reasons.computeIfAbsent(part.span().position().line(), l -> new ArrayList<>()).add(reason);
        }
    }

    void write() {
        page.open("div", "class", "source", "tabindex", "0").open("div", "class", "lines");
        int count = source.file().position(text.length()).line();
        int start = 0;
        for (int line = 1; line <= count; line++) {
            String shown = source.file().line(line);
            if (line < count || !shown.isEmpty()) {
                writeLine(line, start, start + shown.length());
            }
            start = nextLine(start + shown.length());
        }
        page.close().closeLine();
    }

    private int nextLine(int end) {
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    private void writeLine(int line, int start, int end) {
        page.open("div", "class", "line heat" + heat(line) + " " + HtmlReport.cssClass(tier(start, end)), "id", anchor + line);
        page.element("span", line + "", "class", "number");
        Optional<Long> count = Optional.ofNullable(source.counts().get(line));
        page.open("span", "class", "count");
        count.ifPresent(n -> page.element("span", compact(n), "title", "ran " + Figures.times(n)));
        page.close();
        page.open("code");
        writeCode(start, end);
        page.close();
        page.closeLine();
        reasons.getOrDefault(line, List.of()).forEach(r -> page.element("div", r, "class", "note").verbatim("\n"));
        failures.getOrDefault(line, List.of()).forEach(f -> page.element("div", f, "class", "note failed").verbatim("\n"));
    }

    private void writeCode(int start, int end) {
        for (int i = start; i < end; ) {
            int run = i + 1;
            while (run < end && failed[run] == failed[i] && !inlays.containsKey(run) && !source.branches().containsKey(run)) {
                run++;
            }
            if (failed[i]) {
                page.open("mark");
            }
            CodeText.write(page, text, colours, i, run);
            if (failed[i]) {
                page.close();
            }
            Optional.ofNullable(inlays.get(run)).ifPresent(types -> page.element("span", types, "class", "inlay"));
            Optional.ofNullable(source.branches().get(run)).ifPresent(this::writeBranch);
            i = run;
        }
    }

    private void writeBranch(Arms arms) {
        page.element(
                "span",
                Figures.share((double) arms.whenTrue() / arms.total()),
                "class",
                "inlay",
                "title",
                "true %s of %s".formatted(Figures.count(arms.whenTrue()), Figures.times(arms.total())));
    }

    /** The tier of the smallest part that holds the line's text. */
    private Tier tier(int start, int end) {
        int first = start;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        int at = first;
        return parts.stream()
                .filter(p -> p.span().start() <= at && at < p.span().end())
                .min(Comparator.comparingInt(p -> p.span().end() - p.span().start()))
                .map(PartRun::tier)
                .orElse(Tier.INTERPRETED);
    }

    /** From 0, where nothing was measured, to {@value #HOTTEST}: by time, if lines have times, else by the order of how often they ran. */
    private int heat(int line) {
        if (!source.microseconds().isEmpty()) {
            long most = source.microseconds().values().stream().max(Long::compare).orElse(1L);
            long mine = source.microseconds().getOrDefault(line, 0L);
            return (int) Math.ceil(HOTTEST * Math.sqrt((double) mine / Math.max(1, most)));
        }
        long most = source.counts().values().stream().max(Long::compare).orElse(1L);
        long mine = source.counts().getOrDefault(line, 0L);
        return mine <= 1 || most <= 1 ? 0 : (int) Math.ceil(HOTTEST * Math.log(mine) / Math.log(most) - 1e-9);
    }

    /** At most four characters: {@code 950}, {@code 1.4k}, {@code 12M}. */
    private static String compact(long count) {
        if (count < 1_000) {
            return count + "";
        }
        double value = count;
        String unit = "";
        for (String next : List.of("k", "M", "G", "T")) {
            if (value >= 999.5 || unit.isEmpty()) {
                value /= 1_000;
                unit = next;
            }
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f%s" : "%.0f%s", value, unit);
    }
}
