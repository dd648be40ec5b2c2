package org.bluescript.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.Test;

class ModulesTest {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void modulesRunOnceAndBeforeTheirImporters() {
        TypedProgram program = check(Map.of(
                        "main", "import { a } from './left'; import { b } from './right'; print(a, b);",
                        "left", "import { c } from './base'; export const a = c();",
                        "right", "import { c } from './base'; export const b = c();",
                        "base", "let n = 0; export function c(): integer { return n++; }"))
                .orElseThrow();
        assertThat(program.modules()).extracting(TypedModule::path).containsExactly("base", "left", "right", "main");
    }

    @Test
    void circleIsShown() {
        check(Map.of(
                "main", "import { a } from './a';",
                "a", "import { b } from './b'; export const a = 1;",
                "b", "import { a } from './a'; export const b = 1;"));
        assertThat(messages()).containsExactly("b.bs:1:19: these modules import each other in a circle: a > b > a");
    }

    @Test
    void moduleThatImportsItselfIsReported() {
        check(Map.of("main", "import * as m from './main';"));
        assertThat(messages()).containsExactly("main.bs:1:20: the module \"main\" imports itself");
    }

    @Test
    void errorsOfAllModulesAreReportedInOneRun() {
        check(Map.of(
                "main", "import { a } from './a'; let x: string = 1;",
                "a", "export const a: integer = 'x';"));
        assertThat(messages())
                .containsExactly(
                        "a.bs:1:27: \"a\" must be integer, not string",
                        "main.bs:1:42: \"x\" must be string, not integer");
    }

    @Test
    void whatCouldNotBeImportedIsReportedOnce() {
        check(Map.of("main", "import { a } from './none'; print(a, a.b, a() + 1); let x: string = a;"));
        assertThat(messages()).containsExactly("main.bs:1:19: there is no module \"./none\"");
    }

    @Test
    void namespacesReachEverythingExported() {
        assertThat(check(Map.of(
                        "main",
                        """
                        import * as m from './m';
                        import type { C as D } from './m';
                        let c: m.C = new m.C(m.E.B);
                        let d: D = c;
                        print(m.f(c), m.n, m.C.s, d.e == m.E.A);
                        """,
                        "m",
                        """
                        enum E { A, B }
                        class C { static s = 1; constructor(e: E) { this.e = e; } e: E; }
                        function f(c: C) { return c.e; }
                        let n = 1;
                        export { E, C, f, n };
                        """)))
                .as("%s", messages())
                .isPresent();
    }

    private Optional<TypedProgram> check(Map<String, String> texts) {
        MemoryModules modules = MemoryModules.of(texts);
        return ProgramChecker.check(modules.module("main"), modules, diagnostics);
    }

    private List<String> messages() {
        return diagnostics.all().stream().map(d -> d.span() + ": " + d.message()).toList();
    }
}
