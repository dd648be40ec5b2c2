package org.bluescript.language.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
    @Test
    void showsPlaceSentenceLineMarksAndHelp() {
        assertThat(print("let a\n\nlet x = \"a\" - 1\n", "\"a\" - 1", "write +")).isEqualTo("""
                dir/a.bs:3:9: error: wrong
                 3 | let x = "a" - 1
                   |         ^~~~~~~
                   = help: write +
                """);
    }

    @Test
    void leavesOutTheHelpWhereThereIsNone() {
        assertThat(print("f(x)", "x", null)).isEqualTo("""
                dir/a.bs:1:3: error: wrong
                 1 | f(x)
                   |   ^
                """);
    }

    @Test
    void marksOneColumnWhereTheSpanIsEmpty() {
        SourceFile file = SourceFile.of("a.bs", "f(\n");
        assertThat(print(new Span(file, 2, 2))).isEqualTo("""
                a.bs:1:3: error: wrong
                 1 | f(
                   |   ^
                """);
    }

    @Test
    void marksToTheEndOfTheFirstLineOfALongSpan() {
        assertThat(print("f(1,\n  2)\n", "1,\n  2", null)).isEqualTo("""
                dir/a.bs:1:3: error: wrong
                 1 | f(1,
                   |   ^~
                """);
    }

    @Test
    void showsTabsAsBlanks() {
        assertThat(print("\tf(\tx)", "x", null)).isEqualTo("""
                dir/a.bs:1:5: error: wrong
                 1 |     f(  x)
                   |         ^
                """);
    }

    @Test
    void countsWideCharactersTwiceAndCombiningOnesNot() {
        assertThat(print("f(\"日本\", \"e\u0301\", x)", "x", null)).isEqualTo("""
                dir/a.bs:1:15: error: wrong
                 1 | f("日本", "e\u0301", x)
                   |                ^
                """);
    }

    @Test
    void showsWhatATerminalWouldObeyAsSigns() {
        assertThat(print("a\u001b[2J\u0007\u202eb\u0000 x", "x", null)).isEqualTo("""
                dir/a.bs:1:11: error: wrong
                 1 | a␛[2J␇\ufffdb␀ x
                   |           ^
                """);
        SourceFile file = SourceFile.of("a\u001b.bs", "x");
        assertThat(DiagnosticPrinter.plain().print(Diagnostic.of(new Span(file, 0, 1), "m\u001b\n", "h\u0007")))
                .startsWith("a␛.bs:1:1: error: m␛␊\n")
                .endsWith("= help: h␇\n");
    }

    @Test
    void cutsALongLineAroundTheMistake() {
        String text = "a".repeat(300) + "xyz" + "b".repeat(300);
        String[] lines = print(text, "xyz", null).split("\n");
        assertThat(lines[1]).isEqualTo(" 1 | …" + "a".repeat(33) + "xyz" + "b".repeat(64) + "…");
        assertThat(lines[2]).isEqualTo("   |  " + " ".repeat(33) + "^~~");
    }

    @Test
    void keepsTheEndsOfALongLineWhereTheMistakeIsThere() {
        String text = "x" + "a".repeat(300) + "y";
        assertThat(print(text, "x", null).split("\n")[1]).isEqualTo(" 1 | x" + "a".repeat(99) + "…");
        String[] atEnd = print(text, "y", null).split("\n");
        assertThat(atEnd[1]).isEqualTo(" 1 | …" + "a".repeat(99) + "y");
        assertThat(atEnd[2]).isEqualTo("   | " + " ".repeat(100) + "^");
        assertThat(print(text, text, null).split("\n")[2]).isEqualTo("   | ^" + "~".repeat(99));
    }

    @Test
    void colourChangesNothingButTheColour() {
        SourceFile file = SourceFile.of("a.bs", "f(x)");
        Diagnostic mistake = Diagnostic.of(new Span(file, 2, 3), "wrong", "help");
        String coloured = DiagnosticPrinter.coloured().print(mistake);
        assertThat(coloured).contains("\u001b[1;31merror:\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(DiagnosticPrinter.plain().print(mistake));
    }

    @Test
    void printsAllMistakesInTheOrderOfTheirPlaces() {
        SourceFile file = SourceFile.of("a.bs", "one\ntwo");
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.error(new Span(file, 4, 7), "second");
        diagnostics.error(new Span(file, 0, 3), "first");
        assertThat(DiagnosticPrinter.plain().print(diagnostics)).containsSubsequence("1:1: error: first", "2:1: error: second");
        assertThat(DiagnosticPrinter.plain().print(new Diagnostics())).isEmpty();
    }

    private static String print(String text, String part, String help) {
        SourceFile file = SourceFile.of("dir/a.bs", text);
        Span span = new Span(file, text.indexOf(part), text.indexOf(part) + part.length());
        return DiagnosticPrinter.plain()
                .print(help == null ? Diagnostic.of(span, "wrong") : Diagnostic.of(span, "wrong", help));
    }

    private static String print(Span span) {
        return DiagnosticPrinter.plain().print(Diagnostic.of(span, "wrong"));
    }
}
