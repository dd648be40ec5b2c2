package org.bluescript.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text: parsing ends, throws nothing, and reports mistakes that lie within the text. */
class RobustnessTest {
    private static final List<String> WORDS = List.of(
            "let", "const", "var", "if", "else", "for", "while", "do", "switch", "case", "default", "function", "class", "extends",
            "enum", "import", "export", "from", "as", "of", "in", "new", "this", "super", "return", "break", "continue", "try",
            "catch", "type", "interface", "static", "private", "get", "code", "async", "await", "instanceof", "null", "true", "a", "b",
            "x", "integer", "1", "2.5", "0x", "\"s\"", "'", "\"", "`", "${", "}", "{", "(", ")", "[", "]", "<", ">", ",", ";", ":",
            "?", "?.", ".", "...", "=>", "=", "==", "+", "-", "++", "!", "&&", "||", "|", "&", "/", "*", "**", "//", "/*", "*/", "@",
            "#x", "\\", "§", "\n", "\n", "\n", " ", "\r\n", "\u2028", "\ud800", "\0");

    static Stream<Path> programs() {
        return Stream.concat(SyntaxFile.in("valid"), SyntaxFile.in("wrong"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyPrefixOfAProgramIsSurvived(Path program) {
        String text = SyntaxFile.read(program);
        for (int end = 0; end <= text.length(); end++) {
            survive(text.substring(0, end));
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programsWithoutOneOfTheirCharactersAreSurvived(Path program) {
        String text = SyntaxFile.read(program);
        for (int i = 0; i < text.length(); i += 5) {
            survive(text.substring(0, i) + text.substring(i + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programsWithOneForeignWordAreSurvived(Path program) {
        String text = SyntaxFile.read(program);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int place = random.nextInt(text.length() + 1);
            String word = WORDS.get(random.nextInt(WORDS.size()));
            survive(text.substring(0, place) + word + text.substring(place));
        }
    }

    @Test
    void soupsOfWordsAreSurvived() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(60); words > 0; words--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : "");
            }
            survive(text.toString());
        }
    }

    @Test
    void anyBytesAreSurvived() {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            survive(new String(bytes, StandardCharsets.UTF_8));
            survive(new String(bytes, StandardCharsets.UTF_16));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "[", "{", "f(", "a[", "`${", "code`${", "if(a)", "else ", "if(a){}else ", "a=>", "(a)=>", "(a:b)=>", "!", "-", "++",
                "new ", "new A(", "a?", "a?b:", "x=", "a.b.", "a+", "a**", "a||", "a!", "a as b<", "let a:b<", "let a:(", "let a:[",
                "let a:(a:", "x<", "x<(", "f<g<", "<", "typeof ", "await ", "a:", "do ", "try{", "while(a)", "for(;;)", "switch(a){case 1:",
                "class A{f(){", "function f(){", "x=class{a=", "@", "@a(", "a\n(", "case ", "}", ")", "import{", "enum A{", "`", "/*", "...",
            })
    void anyNestingIsSurvived(String piece) {
        survive(piece.repeat(100_000 / piece.length()));
    }

    @Test
    void nestingIsLimitedAlsoWhereBracketsMatch() {
        assertThat(SyntaxFile.mistakes("x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000)))
                .containsExactly("1: the program is nested too deeply here");
        assertThat(SyntaxFile.mistakes("x = " + "[".repeat(100_000) + "]".repeat(100_000))).hasSize(1);
        assertThat(SyntaxFile.mistakes("let x: T" + "[]".repeat(100_000))).hasSize(1);
        assertThat(SyntaxFile.mistakes("x = a" + " + a".repeat(100_000))).hasSize(1);
    }

    @Test
    void reasonableNestingIsAccepted() {
        assertThat(SyntaxFile.mistakes("x = " + "(".repeat(100) + "1" + ")".repeat(100))).isEmpty();
        assertThat(SyntaxFile.mistakes("x = a" + " + a".repeat(400))).isEmpty();
        assertThat(SyntaxFile.mistakes("if (a) {}" + " else if (a) {}".repeat(100))).isEmpty();
        assertThat(SyntaxFile.mistakes("x = a" + ".f(b)".repeat(200))).isEmpty();
        assertThat(SyntaxFile.mistakes("f(1 + a, g(2 + b))\n".repeat(10_000))).isEmpty();
    }

    @Test
    void heightIsLimitedThroughChainsInParentheses() {
        // Each level is harmless alone; together they would be some 60,000 levels high.
        String text = "a";
        for (int i = 0; i < 200; i++) {
            text = "(" + text + ")" + " + b".repeat(300);
        }
        assertThat(SyntaxFile.mistakes("x = " + text)).containsExactly("1: the program is nested too deeply here");
    }

    @Test
    void largeFilesAreReadInOneGo() {
        assertThat(SyntaxFile.mistakes("let x = [" + "1, ".repeat(300_000) + "]")).isEmpty();
        assertThat(SyntaxFile.mistakes("f(" + "(a) => b, ".repeat(50_000) + ")")).isEmpty();
        assertThat(SyntaxFile.mistakes("let x = ;\n".repeat(50_000))).hasSize(50_000);
        assertThat(SyntaxFile.mistakes("f(\n".repeat(200) + "}\n".repeat(50_000))).isNotEmpty();
    }

    private static void survive(String text) {
        for (Diagnostic mistake : SyntaxFile.diagnostics(text)) {
            Span span = mistake.span();
            if (span.start() < 0 || span.start() > span.end() || span.end() > text.length()) {
                throw new AssertionError("a mistake outside of the text: " + mistake.message() + " in " + text);
            }
        }
    }
}
