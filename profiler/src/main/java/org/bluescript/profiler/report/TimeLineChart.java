package org.bluescript.profiler.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Draws when what was in which tier: a lane for the compiler, and one for each part that was compiled or that something happened to.
 * Horizontal places are shares of the width and everything else is in pixels, so the drawing fits any width with letters of one size.
 */
final class TimeLineChart {
    private static final int MOST_LANES = 12;
    private static final int LANE = 40;
    private static final int BAR_TOP = 20;
    private static final int BAR = 12;
    private static final int TOP = 4;
    private static final int AXIS = 26;

    /** So many phases have colours of their own. */
    static final int PHASES = 5;

    private final ProfiledRun run;
    private final Ranking ranking;
    private final Markup page;
    private final long total;

    TimeLineChart(ProfiledRun run, Ranking ranking, Markup page) {
        this.run = run;
        this.ranking = ranking;
        this.page = page;
        this.total = Math.max(1, Math.max(
                run.times().total(), run.events().stream().mapToLong(Event::at).max().orElse(0)));
    }

    /** The parts that have a lane, what matters most first. */
    List<PartRun> lanes() {
        return ranking.groups().stream()
                .flatMap(g -> g.parts().stream())
                .filter(p -> !p.versions().isEmpty() || run.events().stream().anyMatch(e -> isAbout(e, p)))
                .limit(MOST_LANES)
                .toList();
    }

    void write() {
        List<PartRun> lanes = lanes();
        boolean compiles = run.generations().stream().anyMatch(g -> g.installedAt().isPresent() && !g.latency().isEmpty());
        int height = TOP + LANE * (lanes.size() + (compiles ? 1 : 0));
        page.open("svg", "class", "timeline", "width", "100%", "height", (height + AXIS) + "", "role", "img",
                "aria-label", "What was in which tier when");
        writeAxis(height);
        int y = TOP;
        if (compiles) {
            writeCompiler(y);
            y += LANE;
        }
        for (PartRun part : lanes) {
            writeLane(part, y);
            y += LANE;
        }
        page.closeLine();
    }

    private void writeAxis(int height) {
        long step = step(total);
        for (long at = 0; at <= total; at += step) {
            page.empty("line", "class", "grid", "x1", x(at), "x2", x(at), "y1", TOP + "", "y2", (height + 4) + "");
            String anchor = at == 0 ? "start" : at > total * 0.94 ? "end" : "middle";
            page.element("text", at == 0 ? "0" : Figures.time(at).replaceFirst("\\.0+ ", " "),
                    "class", "tick", "x", x(at), "y", (height + 19) + "", "text-anchor", anchor);
        }
        run.generations().forEach(g -> g.installedAt().ifPresent(at ->
                page.empty("line", "class", "installed", "x1", x(at), "x2", x(at), "y1", TOP + "", "y2", (height + 4) + "")));
    }

    /** The largest of 1, 2 and 5 times a power of ten that gives at least four steps, at most nine. */
    private static long step(long total) {
        return LongStream.iterate(1, s -> s * 10)
                .flatMap(s -> LongStream.of(s, 2 * s, 5 * s))
                .filter(s -> total / s <= 5)
                .findFirst()
                .orElseThrow();
    }

    private void writeCompiler(int y) {
        page.element("text", "compiler", "class", "lane", "x", "0", "y", (y + 13) + "");
        page.empty("rect", "class", "track", "x", "0", "width", "100%", "y", (y + BAR_TOP) + "", "height", BAR + "", "rx", "3");
        for (Generation generation : run.generations()) {
            if (generation.installedAt().isEmpty() || generation.latency().isEmpty()) {
                continue;
            }
            long installed = generation.installedAt().getAsLong();
            long at = Math.max(0, installed - generation.latencyMicroseconds());
            for (int i = 0; i < generation.latency().size(); i++) {
                Generation.Phase phase = generation.latency().get(i);
                long to = Math.min(installed, at + phase.microseconds());
                page.open("rect", "class", "phase" + i % PHASES, "x", x(at), "width", x(to - at),
                        "y", (y + BAR_TOP) + "", "height", BAR + "");
                page.element("title", phase.name() + " for generation " + generation.number() + ": " + Figures.time(phase.microseconds()));
                page.close();
                at = to;
            }
        }
        run.generations().forEach(g -> g.installedAt().ifPresent(at -> writeNumber(g, at, y + BAR_TOP + BAR / 2)));
    }

    private void writeNumber(Generation generation, long at, int y) {
        page.empty("circle", "class", "generation", "cx", x(at), "cy", y + "", "r", "9");
        page.element("text", generation.number() + "", "class", "number", "x", x(at), "y", (y + 4) + "", "text-anchor", "middle");
    }

    private void writeLane(PartRun part, int y) {
        String function = part.id().isLoop() ? functionName(part).map(n -> n + " · ").orElse("") : "";
        page.element("text", function + ranking.name(part), "class", "lane", "x", "0", "y", (y + 13) + "");
        for (TimeLine.Stretch stretch : TimeLine.of(run, part).stretches()) {
            page.open("rect", "class", "bar " + HtmlReport.cssClass(stretch.tier()), "x", x(stretch.from()),
                    "width", x(stretch.to() - stretch.from()), "y", (y + BAR_TOP) + "", "height", BAR + "");
            page.element("title", stretch.tier().text()
                    + stretch.version().map(v -> ", version " + v.number() + " " + v.types()).orElse("").stripTrailing()
                    + ": " + Figures.time(stretch.from()) + " to " + Figures.time(stretch.to()));
            page.close();
        }
        run.events().stream().filter(e -> isAbout(e, part)).forEach(e -> writeMark(e, y + BAR_TOP + BAR / 2));
    }

    private void writeMark(Event event, int y) {
        String shape = switch (event.kind()) {
            case HOT -> "M0 -15 L5 -6 L-5 -6 Z";
            case GUARD_FAILED -> "M0 -7 L7 0 L0 7 L-7 0 Z";
            case GIVEN_UP -> "M-4 -6 L0 -2 L4 -6 L6 -4 L2 0 L6 4 L4 6 L0 2 L-4 6 L-6 4 L-2 0 L-6 -4 Z";
            case COMPILED, INSTALLED, MOVED_TO_DEVICE, BACK_ON_HOST, RESPECIALISED, SUPERSEDED, RECLAIMED -> "";
        };
        if (shape.isEmpty()) {
            return;
        }
        page.open("svg", "x", x(event.at()), "y", y + "", "width", "1", "height", "1", "overflow", "visible");
        page.open("path", "class", "mark " + cssClass(event.kind()), "d", shape);
        page.element("title", event.kind().text() + " at " + Figures.time(event.at())
                + (event.detail().isEmpty() ? "" : ": " + event.detail()));
        page.close().close();
    }

    private static String cssClass(Event.Kind kind) {
        return kind == Event.Kind.HOT ? "hot" : kind == Event.Kind.GIVEN_UP ? "given-up" : "failed";
    }

    private Optional<String> functionName(PartRun loop) {
        return run.part(PartId.of(loop.id().function())).map(ranking::name);
    }

    private static boolean isAbout(Event event, PartRun part) {
        return event.part().filter(part.id()::equals).isPresent();
    }

    private String x(long microseconds) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * microseconds / total);
    }
}
