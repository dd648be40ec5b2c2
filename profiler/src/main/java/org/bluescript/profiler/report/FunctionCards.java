package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bluescript.language.source.SourceFile;

/** Writes what there is to tell of each function and its loops. */
final class FunctionCards {
    /** So much of the time makes a card of its own for a part that stayed in the interpreter. */
    private static final double WORTH_A_CARD = 0.02;

    private final ProfiledRun run;
    private final Ranking ranking;
    private final Markup page;
    private final double largest;

    FunctionCards(ProfiledRun run, Ranking ranking, Markup page) {
        this.run = run;
        this.ranking = ranking;
        this.page = page;
        this.largest = ranking.groups().stream().mapToDouble(g -> ranking.share(g.nanoseconds())).max().orElse(0);
    }

    /** Whether there is more to tell than a line holds. */
    boolean isWorthACard(Ranking.Group group) {
        return group.parts().stream().anyMatch(p -> ranking.share(p) >= WORTH_A_CARD || !ranking.isDull(p) && !isOnlySlow(p));
    }

    private static boolean isOnlySlow(PartRun part) {
        return part.versions().isEmpty() && part.failures().isEmpty() && !(part.outcome() instanceof Outcome.GivenUp);
    }

    void write(Ranking.Group group) {
        page.open("article", "class", "card");
        PartRun first = group.parts().getFirst();
        double share = ranking.share(group.nanoseconds());
        if (ranking.knowsTimes()) {
            page.open("div", "class", "bar", "role", "img", "aria-label", Figures.share(share) + " of the time");
            group.parts().forEach(this::writeBar);
            page.element("span", Figures.share(share), "class", "figure").closeLine();
        }
        writePart(first, "h3");
        group.parts().stream().skip(1).filter(p -> !ranking.isDull(p) || group.parts().size() == 2).forEach(p -> {
            page.open("div", "class", "loop");
            writePart(p, "h4");
            page.closeLine();
        });
        page.closeLine();
    }

    private void writeBar(PartRun part) {
        double width = largest == 0 ? 0 : ranking.share(part) / largest;
        if (width > 0) {
            page.open("span", "class", "part " + HtmlReport.cssClass(part.tier()),
                    "style", String.format(Locale.ROOT, "flex-basis:%.2f%%", width * 82),
                    "title", ranking.name(part) + ": " + Figures.share(ranking.share(part))).close();
        }
    }

    private void writePart(PartRun part, String heading) {
        page.open("div", "class", "head").open(heading);
        writePlace(part);
        page.close();
        page.element("span", part.tier().text() + part.currentVersion().map(v -> " " + v.number()).orElse(""),
                "class", "badge " + HtmlReport.cssClass(part.tier()));
        page.closeLine();
        String signature = RunTable.signature(part);
        if (!signature.isEmpty()) {
            page.element("p", signature, "class", "signature").verbatim("\n");
        }
        writeFigures(part);
        switch (part.outcome()) {
            case Outcome.For made when !made.shapes().isEmpty() && !isAsItsFunction(part) ->
                writeRemark("made for", made.text(), "remark shape");
            case Outcome.For made -> { }
            case Outcome.Not not when not.reason().isEmpty() -> { }
            case Outcome.Not not -> writeRemark("not specialised", not.reason(), "remark");
            case Outcome.GivenUp givenUp -> writeRemark("given up", givenUp.reason(), "remark failed");
        }
        part.failures().forEach(f -> writeRemark("guard", RunTable.sentence(f), "remark failed"));
        writeVersions(part);
    }

    /** A loop in a function that was specialised for the same. */
    private boolean isAsItsFunction(PartRun part) {
        return part.id().isLoop()
                && run.part(PartId.of(part.id().function())).filter(f -> f.outcome().equals(part.outcome())).isPresent();
    }

    private void writePlace(PartRun part) {
        int source = source(part.span().file());
        String name = ranking.name(part);
        if (source < 0) {
            page.text(name);
        } else {
            page.element("a", name, "href", "#" + HtmlReport.anchor(source) + part.span().position().line());
        }
    }

    private int source(SourceFile file) {
        for (int i = 0; i < run.sources().size(); i++) {
            if (run.sources().get(i).file() == file) {
                return i;
            }
        }
        return -1;
    }

    private void writeFigures(PartRun part) {
        page.open("dl", "class", "figures");
        String noun = part.id().isLoop() ? "turns" : "calls";
        for (Tier tier : Tier.values()) {
            if (part.counts().in(tier) > 0) {
                writeFigure(noun + " " + tier.text(), Figures.count(part.counts().in(tier)));
            }
        }
        if (part.time().nanoseconds() > 0) {
            writeFigure("time", Figures.time(part.time().nanoseconds() / 1_000));
        }
        part.time().deviceInstructions().ifPresent(n -> writeFigure("instructions", Figures.count(n)));
        String each = TableColumns.instructions(part);
        if (part.costBefore().isPresent() || part.costAfter().isPresent()) {
            writeFigure("instructions a " + (part.id().isLoop() ? "turn" : "call"), each + faster(part));
        }
        part.currentVersion().map(Version::codeBytes).filter(b -> b > 0).ifPresent(b -> writeFigure("code bytes", Figures.count(b)));
        page.closeLine();
    }

    private static String faster(PartRun part) {
        return part.costBefore().flatMap(before -> part.costAfter().map(after ->
                        String.format(Locale.ROOT, " (%.1f× fewer)", before.each() / Math.max(1e-9, after.each()))))
                .orElse("");
    }

    private void writeFigure(String words, String figure) {
        page.open("div").element("dt", words).element("dd", figure).close();
    }

    private void writeRemark(String label, String words, String cssClass) {
        page.open("p", "class", cssClass).element("b", label).text(" " + words).closeLine();
    }

    /** The newest first; generations with the same code are told once. */
    private void writeVersions(PartRun part) {
        List<List<Version>> same = new ArrayList<>();
        for (Version version : part.versions()) {
            if (same.isEmpty() || !same.getLast().getLast().sameCodeAs(version)) {
                same.add(new ArrayList<>());
            }
            same.getLast().add(version);
        }
        same.reversed().forEach(this::writeVersion);
    }

    private void writeVersion(List<Version> same) {
        Version version = same.getLast();
        if (version.c().isEmpty() && version.assembly().isEmpty()) {
            page.open("div", "class", "version");
            writeVersionHead(same);
            page.closeLine();
            return;
        }
        page.open("details", "class", "version").open("summary");
        writeVersionHead(same);
        page.close();
        page.open("div", "class", "codes");
        writeCode("C", Notation.C, version.c());
        writeCode("Assembly", Notation.ASSEMBLY, version.assembly());
        page.close().closeLine();
    }

    private void writeVersionHead(List<Version> same) {
        Version version = same.getLast();
        String generations = same.stream().map(v -> v.generation() + "").collect(Collectors.joining(", "));
        page.element("b", "Version " + (same.size() == 1 ? "" : same.getFirst().number() + "–") + version.number());
        page.element("span", version.tier().text(), "class", "badge " + HtmlReport.cssClass(version.tier()));
        page.element("span", (version.types().isEmpty() ? "" : version.types() + " · ")
                + (version.codeBytes() == 0 ? "" : Figures.counted(version.codeBytes(), "byte") + " · ")
                + (same.size() == 1 ? "generation " : "generations ") + generations, "class", "about");
    }

    private void writeCode(String title, Notation notation, String code) {
        if (!code.isEmpty()) {
            page.open("div").element("h5", title);
            CodeText.write(page, notation, code);
            page.close();
        }
    }

    /** What has no card, in one line each. */
    void writeOthers(List<Ranking.Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        page.open("details", "class", "card others");
        double share = groups.stream().mapToDouble(g -> ranking.share(g.nanoseconds())).sum();
        page.element("summary", Figures.counted(groups.size(), "function") + " more, which stayed in the interpreter"
                + (ranking.knowsTimes() ? " and took " + Figures.share(share) + " of the time" : ""));
        page.open("ul");
        groups.forEach(this::writeOther);
        page.close().closeLine();
    }

    private void writeOther(Ranking.Group group) {
        PartRun part = group.parts().getFirst();
        page.open("li");
        writePlace(part);
        page.element("span", " " + RunTable.signature(part), "class", "signature");
        String reason = part.outcome().text();
        String calls = part.counts().total() == 0 ? "never called" : "called " + Figures.times(part.counts().total());
        page.element("span", " " + calls + ", " + Figures.share(ranking.share(group.nanoseconds()))
                + (reason.isEmpty() ? "" : "; not specialised: " + reason), "class", "about");
        page.closeLine();
    }
}
