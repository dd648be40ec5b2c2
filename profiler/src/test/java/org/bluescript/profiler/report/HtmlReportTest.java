package org.bluescript.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.PrimitiveType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
    /** What would do harm in text, in an attribute, in a style, in a script. */
    private static final String NASTY = "</title></style></script><script>alert(1)</script><img src=\"http://a.b/\" onerror='x()'/>]]>-->&amp;\u0000\u001b[31m\u202e\ud800\uffff";

    @Test
    void everyFunctionIsThere() {
        ProfiledRun run = StationRun.run();
        Document page = parsed(HtmlReport.of(run));
        String text = page.getDocumentElement().getTextContent();
        assertThat(run.parts()).filteredOn(p -> !p.id().isLoop()).isNotEmpty().allSatisfy(p -> assertThat(text).contains(p.name()));
        assertThat(text).contains("guard failed 15 times: parameter value was 30.0 (float), not integer");
    }

    @Test
    void theSourceIsThereWordForWord() {
        ProfiledRun run = StationRun.run();
        Document page = parsed(HtmlReport.of(run));
        SourceFile file = run.sources().getFirst().file();
        for (int line = 1; line < file.position(file.text().length()).line(); line++) {
            Element element = byId(page, "s0-" + line);
            Element code = (Element) element.getElementsByTagName("code").item(0);
            withoutInlays(code);
            assertThat(code.getTextContent()).isEqualTo(file.line(line));
        }
    }

    @Test
    void typesStandBehindWhatTheyAreOf() {
        Document page = parsed(HtmlReport.of(StationRun.run()));
        assertThat(byId(page, "s0-27").getElementsByTagName("code").item(0).getTextContent())
                .isEqualTo("function crc32(table: any[], data: Uint8Array, before: integer): integer {");
        assertThat(byId(page, "s0-30").getElementsByTagName("code").item(0).getTextContent())
                .isEqualTo("        crc: integer = table[(crc ^ data[i]) & 0xff] ^ (crc >>> 8);");
    }

    @Test
    void nothingIsLoaded() {
        String html = HtmlReport.of(StationRun.run());
        assertThat(html).doesNotContain("url(", "@import", "src=", "<script", "<link", "<iframe", "javascript:");
        assertThat(elements(parsed(html))).allSatisfy(e -> {
            String href = e.getAttribute("href");
            assertThat(href.isEmpty() || href.startsWith("#")).as(href).isTrue();
            for (int i = 0; i < e.getAttributes().getLength(); i++) {
                assertThat(e.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        });
        assertThat(html).contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\"");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Document page = parsed(HtmlReport.of(StationRun.run()));
        Set<String> ids = new HashSet<>();
        elements(page).stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()).forEach(id ->
                assertThat(ids.add(id)).as("two elements " + id).isTrue());
        assertThat(elements(page).stream().map(e -> e.getAttribute("href")).filter(h -> !h.isEmpty()))
                .isNotEmpty()
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }

    @Test
    void theSameRunGivesTheSamePage() {
        assertThat(HtmlReport.of(StationRun.run())).isEqualTo(HtmlReport.of(StationRun.run()));
    }

    @Test
    void textFromTheProgramStaysText() {
        String html = HtmlReport.of(nastyRun());
        Document page = parsed(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
        assertThat(html.chars().filter(c -> c < 0x20 && c != '\n' && c != '\t')).isEmpty();
        assertThat(html).doesNotContain("\u202e", "\ud800", "\uffff");
        assertThat(html.split("alert\\(1\\)", -1).length - 1).as("it is in every text").isGreaterThan(15);
    }

    @Test
    void aRunOfNothingHasAPage() {
        ProfiledRun run = new ProfiledRun(
                "a.bs", "", new Times(0, 0, 0, 0, OptionalLong.empty()), List.of(), List.of(), List.of(), List.of());
        assertThat(parsed(HtmlReport.of(run)).getDocumentElement().getTextContent()).contains("a.bs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "a", "a\r\nb\r\n", "a\rb", "a\u2028b\u2029", "/* open", "\"open\n'x", "`a\n\\", "\t\tx\n\n"})
    void anyTextHasLines(String text) {
        SourceFile file = SourceFile.of("a.bs", text);
        ProfiledRun run = new ProfiledRun(
                "a.bs", "", new Times(1, 1, 0, 0, OptionalLong.empty()), List.of(),
                List.of(new AnnotatedSource(file, Map.of(1, 5L), Map.of(), List.of(), Map.of())), List.of(), List.of());
        Document page = parsed(HtmlReport.of(run));
        int last = file.position(text.length()).line();
        int lines = file.line(last).isEmpty() ? last - 1 : last;
        assertThat(elements(page).stream().filter(e -> e.getAttribute("class").startsWith("line "))).hasSize(lines);
    }

    /** A run in which every text is nasty. */
    private static ProfiledRun nastyRun() {
        SourceFile file = SourceFile.of(NASTY, NASTY + "\nfunction f(" + NASTY);
        PartId id = PartId.of(new FunctionId(NASTY, NASTY));
        Span span = new Span(file, 3, file.text().length());
        Version version = new Version(1, 1, Tier.SPECIALISED, NASTY, 5, new Cost(2, 7), NASTY, NASTY);
        PartRun part = new PartRun(
                id, NASTY, span, new Counts(1, 2, 3), new TimeSpent(4, 5, OptionalLong.of(6)),
                List.of(new SeenTypes(NASTY, List.of(NASTY)), SeenTypes.of(SeenTypes.RESULT, Seen.of(PrimitiveType.FLOAT))),
                new Outcome.GivenUp(NASTY), List.of(version), OptionalInt.of(1),
                List.of(new GuardFailure(span, NASTY, NASTY, 3, NASTY, NASTY)));
        AnnotatedSource source = new AnnotatedSource(
                file, Map.of(1, 7L), Map.of(1, 8L),
                List.of(new AnnotatedSource.Note(new Span(file, 0, 4), new SeenTypes(NASTY, List.of(NASTY)))), Map.of(5, Arms.of(1, 2)));
        Generation generation = new Generation(1, NASTY, List.of(new Generation.Phase(NASTY, 3)), 10).installed(5);
        return new ProfiledRun(
                NASTY, NASTY, new Times(10, 4, 5, 3, OptionalLong.of(9)), List.of(part), List.of(source), List.of(generation),
                List.of(new Event(2, Event.Kind.GUARD_FAILED, Optional.of(id), OptionalInt.of(1), NASTY)));
    }

    private static void withoutInlays(Element code) {
        elements(code).stream().filter(e -> e.getAttribute("class").equals("inlay")).forEach(e -> e.getParentNode().removeChild(e));
    }

    private static Document parsed(String html) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed", e);
        }
    }

    private static Element byId(Document page, String id) {
        return elements(page).stream().filter(e -> e.getAttribute("id").equals(id)).findFirst().orElseThrow();
    }

    private static List<Element> elements(Document page) {
        return elements(page.getDocumentElement());
    }

    private static List<Element> elements(Element root) {
        NodeList nodes = root.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
