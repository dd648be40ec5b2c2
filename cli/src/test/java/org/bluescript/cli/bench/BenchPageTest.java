package org.bluescript.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class BenchPageTest {
    private static final String PAGE =
            BenchPage.of(Results.of(Results.row("sieve", 1000, 1070), Results.row("nbody", 1000, 31400), Results.failed("c")));

    @Test
    void pageIsWellFormedAndNeedsNothingElse() throws Exception {
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(PAGE.replaceFirst("<!DOCTYPE html>", "")))).getDocumentElement().getTagName())
                .isEqualTo("html");
        assertThat(PAGE).contains("default-src &#39;none&#39;").doesNotContain("<script", "src=", "@import", "url(");
    }

    @Test
    void everyFigureAndEveryReasonIsThere() {
        assertThat(PAGE).contains("1.07", "31.4", "1,070", "31,400", "<small>-O3</small>",
                "micropython: out of memory", "typed: index out of range");
    }

    @Test
    void whatStandsInAReasonIsText() {
        BenchResult.Row row = new BenchResult.Row("a", Map.of(
                Contender.C, new Cell.Measured(Measurement.of(1, 1, 1)),
                "typed", new Cell.Measured(Measurement.of(1, 1, 1)),
                "micropython", new Cell.Unavailable("<b>&")));
        assertThat(BenchPage.of(Results.of(row))).contains("&lt;b&gt;&amp;").doesNotContain("<b>&");
    }

    @Test
    void aRunWithNothingInItIsAPageToo() {
        assertThat(BenchPage.of(Results.of())).contains("0 programs");
    }
}
