package org.bluescript.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a semicolon may be missing (ECMA-262, 12.10); {@code \n} stands for a line end. */
class SemicolonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a \\n b                         | a; b;",
                "a \\n ++b                       | a; ++b;",
                "a \\n --b                       | a; --b;",
                "a++ \\n b                       | a++; b;",
                "a \\n ++ \\n b                  | a; ++b;",
                "return \\n a                    | return; a;",
                "return a \\n b                  | return a; b;",
                "while (x) { break \\n a }       | while (x) { break; a; }",
                "while (x) { continue \\n a }    | while (x) { continue; a; }",
                "b: while (x) break b            | b: while (x) break b;",
                "a \\n = b                       | a = b;",
                "a \\n . b                       | a.b;",
                "a \\n (b)                       | a(b);",
                "a \\n [b]                       | a[b];",
                "a \\n `b`                       | a`b`;",
                "a \\n + b                       | a + b;",
                "a \\n / b / c                   | a / b / c;",
                "a \\n ? b \\n : c               | a ? b : c;",
                "a \\n && b                      | a && b;",
                "a \\n instanceof B              | a instanceof B;",
                "a \\n as \\n B                  | a; as; B;",
                "a as \\n B                      | a as B;",
                "a \\n !b                        | a; !b;",
                "a! \\n b                        | a!; b;",
                "let a \\n let b                 | let a; let b;",
                "let a \\n = 1                   | let a = 1;",
                "let a = 1 \\n , b               | let a = 1, b;",
                "let \\n a                       | let a;",
                "let a: B \\n [c]                | let a: B; [c];",
                "{ a } b                         | { a; } b;",
                "{ a }                           | { a; }",
                "do a \\n while (b) c            | do a; while (b); c;",
                "if (a) \\n b \\n else \\n c     | if (a) b; else c;",
                "type \\n A \\n = B              | type; A = B;",
                "async \\n function f() {}       | async; function f() {}",
                "abstract \\n class A {}         | abstract; class A {}",
                "declare \\n f()                 | declare; f();",
                "interface \\n A \\n {}          | interface; A; {}",
                "class A { a \\n b = 1 \\n c() {} } | class A { a; b = 1; c() {} }",
                "class A { a = b \\n (c) }       | class A { a = b(c); }",
                "class A { static \\n a }        | class A { static a; }",
                "class A { get \\n a() {} }      | class A { get; a() {} }",
                "import {a} from './a' \\n b     | import {a} from './a'; b;",
                "code`a` \\n code`b`             | code`a`; code`b`;",
                "x = () => {} \\n y              | x = () => {}; y;",
                "x /* \\n */ y                   | x; y;",
                "x // c \\n y                    | x; y;",
                "for (;;) \\n a                  | for (;;) a;",
            })
    void lineEndsMeanWhatSemicolonsMean(String withLineEnds, String withSemicolons) {
        String text = withLineEnds.replace("\\n", "\n");
        assertThat(TreePrinter.print(SyntaxFile.outcome(text).module()))
                .isEqualTo(TreePrinter.print(SyntaxFile.outcome(withSemicolons).module()));
        assertThat(SyntaxFile.mistakes(text).stream().map(mistake -> mistake.replaceFirst("^\\d+: ", "")))
                .isEqualTo(SyntaxFile.mistakes(withSemicolons).stream()
                        .map(mistake -> mistake.replaceFirst("^\\d+: ", ""))
                        .toList());
    }

    @Test
    void isNotInsertedInTheMiddleOfALine() {
        assertThat(SyntaxFile.mistakes("a b")).hasSize(1);
        assertThat(SyntaxFile.mistakes("{ 1 2 } 3")).hasSize(1);
    }

    @Test
    void isNotInsertedInTheHeaderOfAFor() {
        assertThat(SyntaxFile.mistakes("for (a\n b\n c) d")).hasSize(1);
        assertThat(SyntaxFile.mistakes("for (a; b\n) d")).hasSize(1);
    }

    @Test
    void isNotInsertedAsAnEmptyStatement() {
        assertThat(SyntaxFile.mistakes("if (a)\n else b")).hasSize(1);
        assertThat(SyntaxFile.outcome("while (a)\n").incomplete()).isTrue();
    }
}
