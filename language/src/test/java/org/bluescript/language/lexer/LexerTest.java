package org.bluescript.language.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a<b>>c>=d>>>=e          | a < b > > c > = d > > > = e",
                "a<<=b<<c<=d             | a <<= b << c <= d",
                "a?.b?.5:c??=d??e        | a ?. b ? .5 : c ??= d ?? e",
                "a**=b**c*=d             | a **= b ** c *= d",
                "a&&=b&&c&=d&e           | a &&= b && c &= d & e",
                "a!==b!=c!d              | a !== b != c ! d",
                "a===b==c=d=>e           | a === b == c = d => e",
                "...a..b                 | ... a . . b",
                "1.5.x                   | 1.5 . x",
                "a+++b---c               | a ++ + b -- - c",
                "a/b/c                   | a / b / c",
                "f(/a/)                  | f ( /a/ )",
                "x=/[/]\\//g             | x = /[/]\\//g",
                "a)/b/c                  | a ) / b / c",
                "return/a/               | return /a/",
                "a/*b*/c//d              | a c",
                "/**/a/***/b             | a b",
                "/*/*/a                  | a",
                "`a`+`b${c}d${e}f`       | `a` + `b${ c }d${ e }f`",
                "`${{}}`                 | `${ { } }`",
                "`${`${a}`}`             | `${ `${ a }` }`",
                "code`//${a}'`           | code `//${ a }'`",
                "élan $x _1 a1           | élan $x _1 a1",
                "letter let iff if       | letter let iff if",
            })
    void cutsTextIntoTheLongestWords(String text, String words) {
        assertThat(String.join(" ", texts(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, INTEGER, 0", "1_000, INTEGER, 1000", "2147483648, INTEGER, 2147483648", "99999999999, INTEGER, 99999999999",
        "0xff, BIT_PATTERN, 255", "0XFFFF_FFFF, BIT_PATTERN, 4294967295", "0o17, BIT_PATTERN, 15", "0B101, BIT_PATTERN, 5",
        "1.5, FLOAT, 1.5", ".5, FLOAT, 0.5", "5., FLOAT, 5", "1e3, FLOAT, 1000", "1E+3, FLOAT, 1000", "25e-2, FLOAT, 0.25",
        "16777217.0, FLOAT, 16777216", "1e39, FLOAT, Infinity", "1e-46, FLOAT, 0", "0.5, FLOAT, 0.5", "0e1, FLOAT, 0",
        // Halfway between two floats but for the last digit: rounding to a double first would give the lower one.
        "1.00000017881393432617187499, FLOAT, 1.00000011920928955078125",
        "1.00000017881393432617187501, FLOAT, 1.0000002384185791015625",
    })
    void numbersHaveTheirKindAndValue(String text, TokenKind kind, double value) {
        Token token = scan(text).getFirst();
        assertThat(token.kind()).isEqualTo(kind);
        assertThat(token.number()).isEqualTo(value);
        assertThat(token.span().text()).isEqualTo(text);
    }

    @Test
    void spansCoverTheWords() {
        List<Token> tokens = scan("let  x = 'a\\n' // c\n  + y");
        assertThat(tokens).extracting(token -> token.span().start() + "-" + token.span().end())
                .containsExactly("0-3", "5-6", "7-8", "9-14", "22-23", "24-25", "25-25");
    }

    @Test
    void lineBreaksAreSeenThroughBlanksAndComments() {
        List<Token> tokens = scan("a b\nc /*\n*/ d /* */ e // f\n g\r\nh\u2028i");
        assertThat(tokens.stream().filter(Token::afterLineBreak).map(Token::text)).containsExactly("a", "c", "d", "g", "h", "i");
    }

    @Test
    void theFirstLineOfAScriptAndTheByteOrderMarkAreSkipped() {
        assertThat(texts("\ufeffa")).containsExactly("a");
        assertThat(texts("#!/usr/bin/env bluescript\na")).containsExactly("a");
        assertThat(texts("\ufeff#! x\na")).containsExactly("a");
    }

    @Test
    void inlineCodeIsGivenAsItIsWritten() {
        List<Token> tokens = scan("code`\\n\\`\\x ${a}\r\n`");
        assertThat(tokens.get(1).text()).isEqualTo("\\n\\`\\x ");
        assertThat(tokens.get(3).text()).isEqualTo("\r\n");
    }

    @Test
    void whatIsNotEndedIsUnreliableFromWhereItBegins() {
        Diagnostics diagnostics = new Diagnostics();
        TokenSequence tokens = Lexer.scan(SourceFile.of("a.bs", "f(`a${ `b"), diagnostics);
        assertThat(tokens.missesEnd()).isTrue();
        assertThat(tokens.unterminatedFrom()).isEqualTo(2);
        assertThat(diagnostics.count()).isEqualTo(1);
    }

    private static List<String> texts(String text) {
        return scan(text).stream()
                .filter(token -> token.kind() != TokenKind.END)
                .map(token -> token.span().text())
                .toList();
    }

    private static List<Token> scan(String text) {
        return Lexer.scan(SourceFile.of("a.bs", text), new Diagnostics()).tokens();
    }
}
