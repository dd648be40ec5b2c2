package org.bluescript.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.Test;

class RobustnessTest {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void longChainOfFunctionsWithoutResultTypesIsResolved() {
        String chain = IntStream.range(0, 500)
                .mapToObj(i -> "function f" + i + "(n: integer) { return f" + (i + 1) + "(n) + 1; }")
                .collect(Collectors.joining("\n"));
        assertThat(check("print(f0(1));\n" + chain + "\nfunction f500(n: integer) { return n * 0.5; }")).isPresent();
    }

    @Test
    void functionsThatOnlyCallEachOtherNeedAResultType() {
        check("function f(n: integer) { return g(n); }\nfunction g(n: integer) { return f(n); }");
        assertThat(messages()).isNotEmpty().allMatch(m -> m.contains("depends on itself alone"));
    }

    @Test
    void valueThatDependsOnItselfIsReportedOnce() {
        check("const a = f() + 1;\nfunction f() { return a; }");
        assertThat(messages()).hasSize(1);
    }

    @Test
    void longSumsAndDeepExpressionsAreChecked() {
        String sum = IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(" + n + "));
        assertThat(check("let n = 1; print(" + sum + ");")).as("%s", messages()).isPresent();
        assertThat(check("let n = 1; print(" + "(".repeat(60) + "n" + ")".repeat(60) + ");")).isPresent();
    }

    @Test
    void deeplyNestedClosuresAreChecked() {
        assertThat(check("const f = " + "() => ".repeat(40) + "1;")).as("%s", messages()).isPresent();
    }

    @Test
    void manyArraysThatLearnFromEachOtherAreResolved() {
        String chain = IntStream.range(1, 40)
                .mapToObj(i -> "const a" + i + " = []; a" + i + ".push(a" + (i - 1) + "[0]);")
                .collect(Collectors.joining("\n"));
        assertThat(check("const a0 = [];\n" + chain + "\na0.push(1.5);")).as("%s", messages()).isPresent();
    }

    private Optional<TypedProgram> check(String text) {
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        return ProgramChecker.check(modules.module("main"), modules, diagnostics);
    }

    private List<String> messages() {
        return diagnostics.all().stream().map(d -> d.span() + ": " + d.message()).toList();
    }
}
