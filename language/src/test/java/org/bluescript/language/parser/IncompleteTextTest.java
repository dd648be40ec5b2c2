package org.bluescript.language.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that only ends too early is told from a wrong one, and from one that is complete though it could go on. */
class IncompleteTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(", "f(1", "f(1,", "[1, 2", "x = ", "x = {", "x = { a: 1,", "1 +", "a ? b", "a ? b :", "a.", "!", "new", "new A(",
                "let", "let x:", "let x: (", "let x: (a: b", "let x: Array<", "let x =", "const x = [", "x as",
                "if", "if (", "if (a", "if (a)", "if (a) {", "if (a) { b } else", "while (a)", "do", "do a", "do a; while", "for (",
                "for (let", "for (let i = 0;", "for (const x of", "for (const x of xs)", "switch (a)", "switch (a) {",
                "switch (a) { case", "switch (a) { case 1", "switch (a) { case 1:", "switch (a) { case 1: b()",
                "function", "function f", "function f(", "function f(a", "function f(a: b,", "function f()", "function f() {",
                "function f(): ", "function f() { if (a) { b()", "f(() =>", "f(() => {", "f((a", "f((a, b", "f((a: b, c", "(a, b) =>",
                "class", "class A", "class A extends", "class A {", "class A { f(", "class A { f() {", "class A { x =",
                "class A { private", "enum", "enum A {", "enum A { B,", "enum A { B =",
                "import", "import {", "import { a", "import { a }", "import { a } from", "export", "export {", "export let",
                "`", "`a", "`a${", "`a${b", "`a${b}", "code`", "code`int x = ${", "code`{ ${x} ", "/*", "a /* b", "x = `a\n",
                "outer:", "a\n.", "{", "{ {", "f(function () {\n let a = 1\n",
            })
    void isIncomplete(String text) {
        assertThat(SyntaxFile.mistakes(text)).hasSize(1);
        assertThat(SyntaxFile.outcome(text).incomplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f)", "let x = )", "f(]", "let 3", "\"abc", "'abc", "f(\"abc", "x = 1 2", "f(1 2", "}", "let x = ; f(", "var x = f(",
                "if (a) b else c", "§", "x = 09 + (", "class A { + ", "f(1 2) {",
            })
    void isWrong(String text) {
        assertThat(SyntaxFile.mistakes(text)).isNotEmpty();
        assertThat(SyntaxFile.outcome(text).incomplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "// a", "f()", "if (a) b", "if (a) { b }", "a\n", "{ }", "return", "do a; while (b)", "`a`"})
    void isComplete(String text) {
        assertThat(SyntaxFile.mistakes(text)).isEmpty();
        assertThat(SyntaxFile.outcome(text).incomplete()).isFalse();
    }
}
