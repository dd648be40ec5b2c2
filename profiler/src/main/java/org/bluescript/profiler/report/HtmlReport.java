package org.bluescript.profiler.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A run as one page for browsers that needs nothing else: no other file, no script, no network. It follows the reader's choice of
 * light or dark, and is legible on a telephone. What comes from the program is text and nothing but text, and a policy in the
 * page's head forbids the browser to load or to run anything, whatever that text is.
 */
public final class HtmlReport {
    private final ProfiledRun run;
    private final Ranking ranking;
    private final Markup page = new Markup();

    private HtmlReport(ProfiledRun run) {
        this.run = run;
        this.ranking = Ranking.of(run);
    }

    /** The whole page. */
    public static String of(ProfiledRun run) {
        HtmlReport report = new HtmlReport(run);
        return "<!DOCTYPE html>\n" + report.write();
    }

    private String write() {
        page.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        writeHead();
        page.open("body").open("main");
        writeTitle();
        writeSummary();
        writeTimeLine();
        writeCompilations();
        writeFunctions();
        writeSources();
        page.closeLine().closeLine().closeLine();
        return page.toString();
    }

    private void writeHead() {
        PageHead.write(page, run.program() + " – BlueScript profile", "");
    }

    private void writeTitle() {
        page.open("header");
        page.element("p", "BlueScript profile", "class", "kind");
        page.element("h1", run.program());
        page.element("p", run.board(), "class", "board");
        page.open("nav");
        page.element("a", "Time line", "href", "#timeline");
        page.element("a", "Compilations", "href", "#compilations");
        page.element("a", "Functions", "href", "#functions");
        page.element("a", "Source", "href", "#source");
        page.close().closeLine();
    }

    private void writeSummary() {
        Times times = run.times();
        page.open("section", "class", "summary");
        page.open("div", "class", "tiles");
        writeTile(Figures.time(times.total()), "in all");
        writeTile(Figures.time(times.device()), "on the device");
        writeTile(Figures.time(times.host()), "in the interpreter");
        times.instructions().ifPresent(n -> writeTile(large(n), "instructions on the device"));
        long[] latencies = latencies();
        if (latencies.length > 0) {
            writeTile(Figures.time(latencies[latencies.length / 2]), "from wanted to installed, median of " + latencies.length);
        }
        long failures = run.parts().stream().mapToLong(PartRun::failureCount).sum();
        writeTile(Figures.count(failures), failures == 1 ? "failed guard" : "failed guards");
        page.closeLine();
        long rest = Math.max(0, times.total() - times.host() - times.device());
        page.open("div", "class", "share", "role", "img", "aria-label", "Where the time went");
        writeShare("device", "device", times.device());
        writeShare("host", "interpreter", times.host());
        writeShare("rest", "neither", rest);
        page.closeLine().closeLine();
    }

    private void writeTile(String figure, String words) {
        page.open("div", "class", "tile").element("b", figure).element("span", words).closeLine();
    }

    private void writeShare(String kind, String words, long microseconds) {
        double share = (double) microseconds / Math.max(1, run.times().total());
        if (share > 0) {
            page.element("span", share > 0.15 ? words + " " + Figures.share(share) : "",
                    "class", kind, "style", "flex-grow:" + Math.round(share * 1_000),
                    "title", words + ": " + Figures.time(microseconds));
        }
    }

    private long[] latencies() {
        return run.generations().stream()
                .filter(g -> g.installedAt().isPresent() && !g.latency().isEmpty())
                .flatMapToLong(g -> LongStream.of(g.latencyMicroseconds()))
                .sorted()
                .toArray();
    }

    private void writeTimeLine() {
        page.open("section", "id", "timeline").element("h2", "Time line");
        page.open("div", "class", "card");
        new TimeLineChart(run, ranking, page).write();
        page.open("p", "class", "legend");
        for (Tier tier : Tier.values()) {
            page.element("span", tier.text(), "class", "key " + cssClass(tier));
        }
        page.element("span", "hot", "class", "key hot").element("span", "guard failed", "class", "key failed")
                .element("span", "given up", "class", "key given-up");
        page.element("span", "new code installed", "class", "key line");
        page.closeLine();
        if (!run.events().isEmpty()) {
            page.open("details").element("summary", Figures.counted(run.events().size(), "event") + ", one by one");
            page.open("ol", "class", "events");
            run.events().forEach(this::writeEvent);
            page.close().closeLine();
        }
        page.close().closeLine();
    }

    private void writeEvent(Event event) {
        String subject = event.part()
                .flatMap(run::part)
                .map(this::fullName)
                .orElseGet(() -> event.generation().isPresent() ? "generation " + event.generation().getAsInt() : "");
        String generation = event.part().isPresent() && event.generation().isPresent()
                ? " (generation " + event.generation().getAsInt() + ")"
                : "";
        page.open("li");
        page.element("span", Figures.time(event.at()), "class", "at");
        page.open("span").element("b", subject).text(" " + event.kind().text() + generation
                + (event.detail().isEmpty() ? "" : ": " + event.detail()));
        page.close().closeLine();
    }

    private String fullName(PartRun part) {
        return (part.id().isLoop()
                        ? run.part(PartId.of(part.id().function())).map(f -> ranking.name(f) + " · ").orElse("")
                        : "")
                + ranking.name(part);
    }

    private void writeCompilations() {
        if (run.generations().isEmpty()) {
            return;
        }
        page.open("section", "id", "compilations").element("h2", "Compilations");
        page.element("p", "Each ran in the background, while the program went on. The bar is the time from the moment when new code "
                + "was wanted until it was installed.", "class", "about");
        page.open("div", "class", "card");
        long longest = run.generations().stream().mapToLong(Generation::latencyMicroseconds).max().orElse(0);
        run.generations().forEach(g -> writeGeneration(g, Math.max(1, longest)));
        List<String> phases = run.generations().stream()
                .flatMap(g -> g.latency().stream())
                .map(Generation.Phase::name)
                .distinct()
                .toList();
        page.open("p", "class", "legend");
        for (int i = 0; i < phases.size(); i++) {
            page.element("span", phases.get(i), "class", "key phase" + i % TimeLineChart.PHASES);
        }
        page.close().close().closeLine();
    }

    private void writeGeneration(Generation generation, long longest) {
        page.open("div", "class", "generation");
        page.open("p").element("b", generation.number() + "", "class", "badge number").text(generation.cause()).close();
        page.open("div", "class", "phases");
        for (int i = 0; i < generation.latency().size(); i++) {
            Generation.Phase phase = generation.latency().get(i);
            page.open("span", "class", "phase" + i % TimeLineChart.PHASES,
                    "style", String.format(Locale.ROOT, "width:%.2f%%", 100.0 * phase.microseconds() / longest),
                    "title", phase.name() + ": " + Figures.time(phase.microseconds())).close();
        }
        page.close();
        String installed = generation.installedAt().isPresent()
                ? "installed at " + Figures.time(generation.installedAt().getAsLong())
                : "never installed";
        String superseded = generation.supersededAt().isPresent()
                ? ", superseded at " + Figures.time(generation.supersededAt().getAsLong())
                : "";
        String reclaimed = generation.reclaimedAt().isPresent()
                ? ", memory free at " + Figures.time(generation.reclaimedAt().getAsLong())
                : "";
        page.element("p", Figures.time(generation.latencyMicroseconds()) + " · " + Figures.counted(generation.codeBytes(), "byte")
                + " · " + installed + superseded + reclaimed, "class", "about");
        page.closeLine();
    }

    private void writeFunctions() {
        page.open("section", "id", "functions").element("h2", "Functions");
        FunctionCards cards = new FunctionCards(run, ranking, page);
        ranking.groups().stream().filter(cards::isWorthACard).forEach(cards::write);
        cards.writeOthers(ranking.groups().stream().filter(g -> !cards.isWorthACard(g)).toList());
        page.closeLine();
    }

    private void writeSources() {
        if (run.sources().isEmpty()) {
            return;
        }
        page.open("section", "id", "source").element("h2", "Source");
        page.open("p", "class", "about")
                .text("Behind a line's number stands about how often it ran. The colour of the edge tells the tier at the end of the "
                        + "run, the glow how hot the line is; ")
                .element("span", ": integer", "class", "inlay")
                .text(" are types that were seen, ")
                .element("span", "97 %", "class", "inlay")
                .text(" behind a condition tells how often it was true in the interpreter.")
                .closeLine();
        for (int i = 0; i < run.sources().size(); i++) {
            AnnotatedSource source = run.sources().get(i);
            page.open("div", "class", "card file").element("h3", source.file().name());
            new SourceView(run, source, ranking, anchor(i), page).write();
            page.closeLine();
        }
        page.closeLine();
    }

    /** The beginning of the names of the lines of a source. */
    static String anchor(int source) {
        return "s" + source + "-";
    }

    static String cssClass(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 18.2 M}. */
    private static String large(long number) {
        return number < 100_000
                ? Figures.count(number)
                : number < 1_000_000_000
                        ? String.format(Locale.ROOT, number < 9_950_000 ? "%.2f M" : "%.1f M", number / 1e6)
                        : String.format(Locale.ROOT, "%.1f G", number / 1e9);
    }
}
