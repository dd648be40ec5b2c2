package org.bluescript.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.bluescript.language.source.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake, one error, at its line: the programs in {@code syntax/wrong} say which, behind {@code // error:}. */
class WrongProgramsTest {
    static Stream<Path> programs() {
        return SyntaxFile.in("wrong");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void reportExactlyTheExpectedMistakes(Path program) {
        String text = SyntaxFile.read(program);
        assertThat(SyntaxFile.mistakes(text))
                .containsExactlyInAnyOrderElementsOf(SyntaxFile.expectations(text));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void endInAStatementThatIsStillRead(Path program) {
        String tree = TreePrinter.print(SyntaxFile.outcome(SyntaxFile.read(program)).module());
        assertThat(tree).contains("ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "let x = §                  | 9-10  | unknown character \"§\" (U+00A7)                       | ",
                "let x = \"abc              | 9-13  | this string is not closed before the end of the line    | ",
                "let x = 'abc               | 9-13  | this string is not closed before the end of the line    | ",
                "f(`abc                     | 3-4   | this template is not closed before the end of the file  | ",
                "f(`a${ g(`b } c            | 3-4   | this template is not closed before the end of the file  | ",
                "let x = 1 /* abc           | 11-13 | this comment is not closed before the end of the file   | ",
                "f(1, {                     | 7-7   | expected \"}\", found the end of the file               | ",
                "class A { f() {            | 16-16 | expected \"}\", found the end of the file | \"{\" of line 1 is not closed",
                "var x = 1                  | 1-4   | \"var\" is not part of the language                     | write let or const",
                "let x = 017                | 9-12  | a number must not begin with a superfluous 0 | write 0o17 for octal, 17 for decimal",
                "let x = 089                | 9-12  | a number must not begin with a superfluous 0 | write 89",
                "let if = 1                 | 5-7   | expected a name for the variable, found \"if\" | \"if\" is a reserved word",
                "if (a) { b() } } c()       | 16-17 | this \"}\" closes nothing                               | ",
                "let x = 2147483648 | 9-19 | integer does not fit 32 bits | the range is -2147483648 to 2147483647; with a point, as in 1e10 or 10.0, a number is a float",
            })
    void carrySpanAndHelp(String text, String columns, String message, String help) {
        assertThat(SyntaxFile.diagnostics(text)).hasSize(1);
        Diagnostic mistake = SyntaxFile.diagnostics(text).getFirst();
        assertThat(mistake.message()).isEqualTo(message);
        assertThat(mistake.span().start() + 1 + "-" + (mistake.span().end() + 1)).isEqualTo(columns);
        assertThat(mistake.help().orElse(null)).isEqualTo(help);
    }
}
