package org.bluescript.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.bluescript.profiler.report.Markup;
import org.bluescript.profiler.report.PageHead;

/** The results of a benchmark run as one page for browsers, of the same kind as the report of a profiled run. */
public final class BenchPage {
    /** Colours that a column can have; the next begins anew, but not with that of C. */
    private static final int COLORS = 8;

    private final BenchResult result;
    private final List<String> keys;
    private final Markup page = new Markup();

    private BenchPage(BenchResult result) {
        this.result = result;
        this.keys = new ArrayList<>(result.contenders().keySet());
    }

    /** The whole page. */
    public static String of(BenchResult result) {
        return "<!DOCTYPE html>\n" + new BenchPage(result).write();
    }

    private String write() {
        page.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        PageHead.write(page, "Benchmarks – BlueScript", PageHead.resource(BenchPage.class, "bench.css"));
        page.open("body").open("main");
        writeTitle();
        writeMeans();
        writeChart("instructions", "Instructions", "What each takes for one of the C twin’s (the dashed line), on a logarithmic scale. The "
                + "twin is compiled at the better of -O2 and -O3.", keys.subList(Math.min(1, keys.size()), keys.size()), true,
                BenchResult.Row::ratio);
        writeChart("code", "Code", "Bytes of machine code, and constants beside it, made from the program’s own source.", keys, false,
                (row, key) -> real(row.get(key, Figure.CODE_BYTES)));
        writeChart("heap", "Heap", "The most bytes that were ever taken from the heap.", keys, false,
                (row, key) -> real(row.get(key, Figure.PEAK_HEAP)));
        writeTables();
        page.closeLine().closeLine().closeLine();
        return page.toString();
    }

    private static OptionalDouble real(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }

    private void writeTitle() {
        page.open("header");
        page.element("p", "BlueScript benchmarks", "class", "kind");
        page.element("h1", result.rows().size() == 1 ? result.rows().getFirst().name() : result.rows().size() + " programs");
        page.element("p", result.board() + ", " + result.compiler(), "class", "board");
        page.open("nav");
        page.element("a", "Instructions", "href", "#instructions");
        page.element("a", "Code", "href", "#code");
        page.element("a", "Heap", "href", "#heap");
        page.element("a", "All figures", "href", "#figures");
        page.close().closeLine();
    }

    private void writeMeans() {
        page.open("section", "class", "summary").open("div", "class", "tiles");
        for (String key : keys) {
            if (!key.equals(Contender.C) && result.geometricMean(key).isPresent()) {
                page.open("div", "class", "tile")
                        .element("b", BenchTable.ratio(result.geometricMean(key)) + " ×")
                        .element("span", "%s: the instructions of C, geometric mean of %d".formatted(result.contenders().get(key),
                                result.rows().stream().filter(row -> row.ratio(key).isPresent()).count()))
                        .closeLine();
            }
        }
        page.close().closeLine();
    }

    /** The chart with ratios is the one that says why some are missing; others leave out who has no figure at all. */
    private void writeChart(String id, String title, String about, List<String> candidates, boolean logarithmic,
            BiFunction<BenchResult.Row, String, OptionalDouble> value) {
        List<String> shown = candidates.stream()
                .filter(key -> logarithmic || result.rows().stream().anyMatch(row -> value.apply(row, key).isPresent()))
                .toList();
        double[] values = result.rows().stream()
                .flatMapToDouble(row -> shown.stream().map(key -> value.apply(row, key)).flatMapToDouble(OptionalDouble::stream))
                .filter(v -> v > 0)
                .toArray();
        if (values.length == 0) {
            return;
        }
        double greatest = Arrays.stream(values).max().getAsDouble();
        double least = logarithmic ? Math.min(0.5, Arrays.stream(values).min().getAsDouble() / 1.5) : 0;
        page.open("section", "id", id).element("h2", title).element("p", about, "class", "about");
        page.open("div", "class", "card").open("p", "class", "legend");
        shown.forEach(key -> page.element("span", result.contenders().get(key), "class", "key " + color(key)));
        page.closeLine().open("div", "class", "bars");
        for (BenchResult.Row row : result.rows()) {
            page.element("h4", row.name());
            page.open("div", "class", "plot");
            if (logarithmic) {
                page.open("div", "class", "one", "style", String.format(Locale.ROOT,
                        "left:calc((100%% - 62px)*%.4f)", part(1, least, greatest, true)))
                        .close();
            }
            for (String key : shown) {
                writeBar(row, key, value.apply(row, key), least, greatest, logarithmic);
            }
            page.closeLine();
        }
        page.close().close().closeLine();
    }

    private void writeBar(BenchResult.Row row, String key, OptionalDouble value, double least, double greatest, boolean logarithmic) {
        String title = result.contenders().get(key);
        if (value.isPresent()) {
            String figure = logarithmic ? BenchTable.ratio(value) : String.format(Locale.ROOT, "%,.0f", value.getAsDouble());
            page.open("p", "title", title + ": " + figure)
                    .open("i", "class", color(key), "style", String.format(Locale.ROOT, "width:%.2f%%",
                            100 * part(value.getAsDouble(), least, greatest, logarithmic)))
                    .close()
                    .element("span", figure)
                    .closeLine();
        } else if (logarithmic && row.cells().get(key) instanceof Cell cell && !(cell instanceof Cell.Measured)) {
            page.open("p", "title", title).element("span", title + ": " + cell.reason().strip(), "class", "none").closeLine();
        }
    }

    private static double part(double value, double least, double greatest, boolean logarithmic) {
        if (greatest <= least || value <= least) {
            return 0;
        }
        return logarithmic
                ? Math.log(value / least) / Math.log(greatest / least)
                : (value - least) / (greatest - least);
    }

    private String color(String key) {
        int column = keys.indexOf(key);
        return "c" + (column < COLORS ? column : 1 + (column - 1) % (COLORS - 1));
    }

    private void writeTables() {
        page.open("section", "id", "figures").element("h2", "All figures");
        for (Figure figure : Figure.values()) {
            if (result.rows().stream().anyMatch(row -> keys.stream().anyMatch(key -> row.get(key, figure).isPresent()))) {
                page.open("div", "class", "card figures-of-all").open("table").element("caption", figure.title());
                page.open("thead").open("tr").element("th", "program");
                keys.forEach(key -> page.element("th", result.contenders().get(key)));
                page.close().closeLine().open("tbody");
                result.rows().forEach(row -> writeLine(row, figure));
                page.close().close().closeLine();
            }
        }
        page.closeLine();
    }

    private void writeLine(BenchResult.Row row, Figure figure) {
        page.open("tr").element("th", row.name());
        for (String key : keys) {
            page.open("td").text(BenchTable.absolute(row, key, figure));
            if (figure == Figure.INSTRUCTIONS && row.cells().get(key) instanceof Cell.Measured(Measurement measurement)
                    && !measurement.note().isEmpty()) {
                page.text(" ").element("small", measurement.note());
            }
            page.close();
        }
        page.closeLine();
    }
}
