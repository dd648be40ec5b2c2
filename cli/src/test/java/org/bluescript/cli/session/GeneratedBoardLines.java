package org.bluescript.cli.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lines of somebody who tries everything with functions that only a board can run: functions that call them in loops, declared anew with and
 * without inline C, with types and without, errors on both sides, closures and methods, and taking back.
 */
final class GeneratedBoardLines {
    private static final int NAMES = 3;

    /** What must be there. */
    private static final List<String> FIRST = List.of(
            "let t = 0",
            "let log: integer[] = []",
            "function c0(n: integer): integer { code`;`; return n + 1 }",
            "function s0(n: integer): integer { let r = 0; for (let i = 0; i < n && i < 5; i++) r += c0(i); return r }",
            "function s1(n: integer): integer { return n <= 0 || n > 6 ? 3 : s0(n - 1) + c0(n) }",
            "function u0(x, y) { let r = x; for (let i = 0; i < 3; i++) { c0(i); r = r + y } return r }",
            "function c1(n: integer): integer { code`${t} += ${n};`; return t % 10 }",
            "function c2(n: integer): integer { code`;`; if (n > 7) throw new Error(\"big \" + n); return n }");

    /** A small letter in braces stands for a number of a name, {@code {k}} for any small number. */
    private static final List<String> FORMS = List.of(
            "function c{a}(n: integer): integer { code`;`; return n + {k} }",
            "function c{a}(n: integer): integer { return n + {k} }",
            "function c{a}(n: integer): integer { code`${t} += ${n};`; return t % 10 }",
            "function c{a}(n: integer): integer { code`;`; if (n > 7) throw new Error(\"big \" + n); return n }",
            "function c{a}(n: integer): integer { code`;`; log.push(n); if (log.length > 40) log = []; return log.length % 10 }",
            "function s{a}(n: integer): integer { let r = 0; for (let i = 0; i < n && i < 5; i++) r += c{b}(i); return r }",
            "function s{a}(n: integer): integer { let r = 0; for (let i = 0; i < 4; i++) r += c{b}(i + n); print(\"s{a}\", r); return r }",
            "function s{a}(n: integer): integer { return n <= 0 || n > 6 ? {k} : s{b}(n - 1) + c{b}(n) }",
            "function u{a}(x, y) { let r = x; for (let i = 0; i < 3; i++) { c{b}(i); r = r + y } return r }",
            "function u{a}(x, y) { for (let i = 0; i < 3; i++) { if (c{b}(i) > 4) x = y } return x }",
            "function w{a}(f: (n: integer) => integer): integer { let r = 0; for (let i = 0; i < 3; i++) r += f(c{b}(i)); return r }",
            "class D{a} { n = {k}; go(m: integer): integer { let r = 0; for (let i = 0; i < 3; i++) r += c{b}(i + m) + this.n; return r } }",
            "class D{a} { n = {k}; go(m: integer): integer { return this.n + m } }",
            "class D{a} { n = {k}; more = [{k}]; go(m: integer): integer { this.more.push(c{b}(m)); c{b}(1); return this.more.length } }",
            "let d{a} = new D{b}()",
            "let d{a}: any = new D{b}()",
            "d{a}.n = {k}",
            "d{a}",
            "function e{a}(n: integer): string { try { for (let i = 0; i < 4; i++) c{b}(i + n); return \"ok\" } catch (x) { return \"\" + x } }",
            "let v{a} = [c{b}({k}), s{b}({k})]",
            "v{a}",
            "v{a}.push({k})",
            "function r{a}(): integer { let r = 0; for (let i = 0; i < 3; i++) { c{b}(i); r = r * 10 + Math.floor(Math.random() * 10) } return r }",
            "function m{a}(n: integer): string[] { let all: string[] = []; for (let i = 0; i < 3; i++) all.push(\"x\" + c{b}(i + n)); return all }",
            "t = {k}",
            "t",
            "log",
            "_",
            "gc()",
            "oops{k}",
            "throw new Error(\"e{k}\")",
            ":undo",
            ":undo",
            ":undo",
            ":redo",
            ":redo");

    /** Every other line is one of these. */
    private static final List<String> CALLS = List.of(
            "s{a}({k})",
            "s{a}({k}) + s{b}({k})",
            "for (let i = 0; i < 3; i++) print(s{a}(i))",
            "u{a}({k}, {k})",
            "u{a}(\"t\", {k})",
            "u{a}({k}.5, {k})",
            "u{a}([1], 2)",
            "for (const x of [1, 2.5, \"a\", 1073741823]) print(u{a}(x, x))",
            "w{a}(n => n * {k})",
            "w{a}(c{b})",
            "w{a}(s{b})",
            "d{a}.go({k})",
            "e{a}({k})",
            "c{a}({k})",
            "r{a}()",
            "m{a}({k})");

    private final Random random;

    private GeneratedBoardLines(long seed) {
        this.random = new Random(seed);
    }

    static List<String> of(long seed, int count) {
        GeneratedBoardLines lines = new GeneratedBoardLines(seed);
        List<String> result = new ArrayList<>(FIRST);
        while (result.size() < count) {
            result.add(lines.next());
        }
        return result;
    }

    private String next() {
        List<String> forms = random.nextBoolean() ? FORMS : CALLS;
        String line = forms.get(random.nextInt(forms.size()));
        line = line.replace("{a}", "" + random.nextInt(NAMES)).replace("{b}", "" + random.nextInt(NAMES));
        while (line.contains("{k}")) {
            line = line.replaceFirst("\\{k\\}", "" + random.nextInt(10));
        }
        return line;
    }

    /** Asks for everything. */
    static List<String> questions() {
        List<String> result = new ArrayList<>(List.of("t", "log"));
        for (String name : List.of("v", "d")) {
            for (int i = 0; i < NAMES; i++) {
                result.add(name + i);
            }
        }
        return result;
    }

    /** Declares all names anew, as numbers. */
    static String end() {
        StringBuilder result = new StringBuilder("let log = 0");
        for (String name : List.of("c", "s", "u", "w", "d", "D", "e", "v", "r", "m")) {
            for (int i = 0; i < NAMES; i++) {
                result.append("; let ").append(name).append(i).append(" = 0");
            }
        }
        return result.toString();
    }
}
