package org.bluescript.language.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines as somebody might enter who tries everything: declarations, the same otherwise, mistakes, errors, calls, and taking back. */
final class GeneratedLines {
    private static final int NAMES = 4;

    /** A small letter in braces stands for a number of a name, {@code {k}} for any small number. */
    private static final List<String> FORMS = List.of(
            "function f{a}(n: integer) { return n * {k} + v{b} }",
            "function f{a}(n: integer): integer { return n <= 0 ? {k} : f{b}(n - 1) + 1 }",
            "function f{a}(n: integer): integer { return n + {k} }",
            "function f{a}(s: string) { return s + {k} }",
            "function f{a}(x, y) { return x + y }",
            "f{a}({k})",
            "f{a}(\"t{k}\")",
            "f{a}({k}, v{b})",
            "let v{a} = {k}",
            "let v{a} = [{k}, {k}]",
            "let v{a}: any = {k}",
            "let v{a} = \"s{k}\"",
            "const v{a} = {k}",
            "v{a} = {k}",
            "v{a}.push({k})",
            "v{a}",
            "v{a} + v{b}",
            "_",
            "class C{a} { x = {k}; get() { return this.x + {k} } }",
            "class C{a} { y = \"{k}\"; get() { return this.y } }",
            "class C{a} { x = {k}; y = [\"{k}\"]; get() { return this.y.length } }",
            "class C{a} extends C{b} { z = [{k}] }",
            "class C{a}<T> { constructor(public x: T) {} get() { return this.x } }",
            "let o{a} = new C{b}()",
            "let o{a}: any = new C{b}()",
            "let o{a} = new C{b}({k})",
            "let o{a} = 0",
            "o{a}",
            "o{a}.get()",
            "o{a}.x = {k}",
            "o{a} instanceof C{b}",
            "let h{a} = () => new C{b}().x + {k}",
            "let h{a} = f{b}",
            "let h{a} = [1, 2].map(n => () => n + {k})",
            "let h{a} = { run: () => v{b}, of: o{a} }",
            "h{a}()",
            "h{a}({k})",
            "h{a}[1]()",
            "h{a}.run()",
            "let h{a} = 0",
            "let m{a} = new Map<string, integer>()",
            "m{a}.set(\"k{k}\", {k})",
            "m{a}.size",
            "m{a}",
            "throw new Error(\"e{k}\")",
            "print({k}); [1][{k}]",
            "let v{a} = [{k}, {k}][{k}]",
            "let w{k} = 1 + )",
            "nothing{k}",
            "class Broken { x: }",
            "gc()",
            "for (let i = 0; i < 20; i++) v{a}.push(\"grow\" + i)",
            "for (let i = 0; i < 20; i++) v{a}.push(i)",
            "function g{a}<T>(x: T): T[] { return [x] }",
            "g{a}({k})",
            "g{a}(\"a\")",
            "interface I{a} { x: integer }",
            "interface I{a} { x: integer; get(): integer }",
            "function u{a}(q: I{b}) { return q.x }",
            "u{a}(new C{b}())",
            "u{a}({ x: {k} })",
            "enum E{a} { A, B{k} }",
            "E{a}.A",
            ":undo",
            ":undo",
            ":undo",
            ":redo",
            ":redo");

    private final Random random;

    private GeneratedLines(long seed) {
        this.random = new Random(seed);
    }

    static List<String> of(long seed, int count) {
        GeneratedLines lines = new GeneratedLines(seed);
        List<String> result = new ArrayList<>();
        while (result.size() < count) {
            result.add(lines.next());
        }
        return result;
    }

    private String next() {
        String line = FORMS.get(random.nextInt(FORMS.size()));
        line = line.replace("{a}", "" + random.nextInt(NAMES)).replace("{b}", "" + random.nextInt(NAMES));
        while (line.contains("{k}")) {
            line = line.replaceFirst("\\{k\\}", "" + random.nextInt(10));
        }
        return line;
    }

    /** Declares all names anew, as numbers. */
    static List<String> end() {
        List<String> result = new ArrayList<>();
        for (String name : List.of("h", "o", "m", "v", "u", "f", "g", "E", "I", "C")) {
            for (int i = 0; i < NAMES; i++) {
                result.add("let " + name + i + " = 0");
            }
        }
        result.add("0");
        return result;
    }
}
