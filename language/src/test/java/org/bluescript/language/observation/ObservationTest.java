package org.bluescript.language.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.interpreter.HostProgram;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the interpreter sees of small programs. */
class ObservationTest {
    private static final Type INTEGER = PrimitiveType.INTEGER;
    private static final Type FLOAT = PrimitiveType.FLOAT;

    private final Map<String, Type> types = new LinkedHashMap<>();
    private TypedProgram program;
    private Profile profile;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1|integer", "-268435457|integer", "2147483647|integer",
        "1.5|float", "0.0|float", "1e30|float", "0.0 / 0.0|float", "1.0 / 0.0|float", "-1.0 / 0.0|float",
        "true|boolean", "false|boolean", "null|null", "undefined|null",
        "\"a\"|string", "\"\"|string", "\"a\" + 1|string", "[1]|integer[]", "[1.5]|float[]", "[true]|boolean[]",
        "[\"a\"]|string[]", "[[1]]|integer[][]", "anything()|any[]", "new Uint8Array(2)|Uint8Array",
        "new Int16Array(2)|Int16Array", "new Float32Array(2)|Float32Array", "new A()|A", "new B()|B", "[new A()]|A[]",
        "colors()|integer[]", "Color.RED|integer", "new Error(\"a\")|Error", "new Map<integer, integer>()|Map<integer, integer>",
        "{x: 1}|{ x: integer }"
    })
    void exactTypeOfAnArgumentIsSeen(String value, String type) {
        run("""
            enum Color { RED, GREEN }
            class A {}
            class B extends A {}
            function anything(): any[] { let a: any[] = [1, "a"]; return a }
            function colors(): Color[] { return [Color.RED] }
            function f(v) {}
            f(%s)
            """.formatted(value));
        FunctionProfile f = of("f");
        assertThat(f.parameters()).hasSize(1);
        assertThat(f.parameters().getFirst().types()).map(Type::toString).containsExactly(type);
        assertThat(f.parameters().getFirst().others()).isFalse();
        assertThat(f.calls()).isEqualTo(1);
    }

    @Test
    void functionsAreOthers() {
        run("""
            function f(v) {}
            function g() {}
            f(g)
            for (let i = 0; i < 9; i++) { f(() => i) }
            """);
        assertThat(of("f").parameters()).containsExactly(new Seen(Set.of(), true));
    }

    @Test
    void callsAreCountedAndParametersKeptApart() {
        run("""
            function f(a, n: integer, b) {}
            f(1, 2, 1.5)
            f(2, 2, null)
            f("a", 2, 2.5)
            """);
        FunctionProfile f = of("f");
        assertThat(f.calls()).isEqualTo(3);
        assertThat(f.parameters())
                .containsExactly(
                        Seen.of(INTEGER, PrimitiveType.STRING), Seen.NOTHING, Seen.of(FLOAT, PrimitiveType.NULL));
    }

    @Test
    void whatNeverRanIsNotInTheProfile() {
        run("function f(a) { return a }");
        assertThat(profile.of(id("f"))).isEmpty();
        assertThat(profile.of(id("(top level)"))).hasValueSatisfying(p -> assertThat(p.calls()).isEqualTo(1));
    }

    @Test
    void resultsAreSeen() {
        run("""
            function f(a): any { if (a > 1) { return a } return "small" }
            f(1)
            f(2)
            f(2.5)
            """);
        assertThat(of("f").result().types()).containsExactlyInAnyOrder(PrimitiveType.STRING, INTEGER, FLOAT);
    }

    @Test
    void unionsAreSeenAsWell() {
        run("""
            function f(a: integer | string): integer | boolean { return typeof a == "string" ? true : a }
            f(1)
            f("a")
            """);
        assertThat(of("f").parameters()).containsExactly(Seen.of(INTEGER, PrimitiveType.STRING));
        assertThat(of("f").result()).isEqualTo(Seen.of(INTEGER, PrimitiveType.BOOLEAN));
    }

    @Test
    void whatTheCheckerKnowsIsNotObserved() {
        run("""
            class A { n: integer = 0; m(): integer { return this.n } }
            function f(a: integer, b: float[]): float { return a + b[0] }
            f(1, [1.5])
            new A().m()
            """);
        assertThat(of("f").parameters()).containsExactly(Seen.NOTHING, Seen.NOTHING);
        assertThat(of("f").result()).isEqualTo(Seen.NOTHING);
        assertThat(of("f").values()).isEmpty();
    }

    @Test
    void propertiesAndElementsOfWordsAreSeen() {
        run("""
            class P { x = 1; y: any = 2.5 }
            function f(p, a) { return p.x + p.y + a[0] + a.length }
            f(new P(), ["s"])
            """);
        assertThat(value("f", "p.x")).isEqualTo(Seen.of(INTEGER));
        assertThat(value("f", "p.y")).isEqualTo(Seen.of(FLOAT));
        assertThat(value("f", "a[0]")).isEqualTo(Seen.of(PrimitiveType.STRING));
        assertThat(value("f", "a.length")).isEqualTo(Seen.of(INTEGER));
        assertThat(value("f", "p.x + p.y")).isEqualTo(Seen.of(FLOAT));
    }

    @Test
    void propertiesOfTypeAnyAreSeen() {
        run("""
            class P { y: any = 2.5; z: any[] = [1, null] }
            function f(p: P) { p.y; p.z[0]; p.z[1] }
            f(new P())
            """);
        assertThat(value("f", "p.y")).isEqualTo(Seen.of(FLOAT));
        assertThat(value("f", "p.z[0]")).isEqualTo(Seen.of(INTEGER));
        assertThat(value("f", "p.z[1]")).isEqualTo(Seen.of(PrimitiveType.NULL));
    }

    @Test
    void globalsCapturesAndCellsAreSeenWhereTheyAreRead() {
        run("""
            let g: any = 1
            function f(v) {
                let n: any = v
                const next = () => { n = n + g; return n }
                next()
                return n
            }
            f(1.5)
            g = 2
            f(2)
            """);
        assertThat(value("f", "n")).isEqualTo(Seen.of(FLOAT, INTEGER));
        FunctionProfile closure = of("f.closure1");
        assertThat(closure.calls()).isEqualTo(2);
        assertThat(closure.result()).isEqualTo(Seen.of(FLOAT, INTEGER));
        assertThat(closure.values().values()).contains(Seen.of(INTEGER)).contains(Seen.of(FLOAT, INTEGER));
    }

    @Test
    void resultsOfCallsAreSeenAtTheCall() {
        run("""
            function id(a) { return a }
            function f(b) { return [id(b), id(1.5), b(2), b.toString] }
            class P { toString = 1; m(a) { return a } }
            function g(p) { return p.m("a") }
            function h(c) { return c(3) }
            h(id)
            g(new P())
            """);
        assertThat(value("g", "p.m(\"a\")")).isEqualTo(Seen.of(PrimitiveType.STRING));
        assertThat(value("h", "c(3)")).isEqualTo(Seen.of(INTEGER));
        assertThat(of("P.m").parameters()).containsExactly(Seen.NOTHING, Seen.of(PrimitiveType.STRING));
        assertThat(of("P.m").result()).isEqualTo(Seen.of(PrimitiveType.STRING));
    }

    @Test
    void receiversOfMethodsAreSeen() {
        run("""
            class Shape { area(): float { return 0.0 } }
            class Circle extends Shape { area(): float { return 3.0 } }
            class Square extends Shape { area(): float { return 4.0 } }
            function f(s: Shape): float { return s.area() }
            f(new Circle())
            f(new Square())
            f(new Circle())
            """);
        assertThat(receiver("f")).isEqualTo(Seen.of(type("Circle"), type("Square")));
    }

    @Test
    void receiversAreNotObservedWhereThereIsOneMethod() {
        run("""
            class A { m() {} }
            class B extends A { n() {} }
            function f(a: A) { a.m() }
            f(new B())
            """);
        assertThat(of("f").values()).isEmpty();
    }

    @Test
    void turnsOfLoopsAreCounted() {
        run("""
            function f(n: integer) {
                for (let i = 0; i < n; i++) { if (i == 1) { continue } }
                let k = 0
                while (true) { k++; if (k == 5) { break } }
                do { k-- } while (k > 0)
            }
            f(3)
            f(4)
            """);
        assertThat(turns("f")).containsExactly(7L, 10L, 10L);
    }

    @Test
    void typesThatComeTogetherAreCounted() {
        run("""
            class A {}
            function f(a, n: integer, b) { return a }
            for (let i = 0; i < 5; i++) { f(1, i, 2) }
            for (let i = 0; i < 3; i++) { f(1.5, i, "a") }
            f(1, 1, 2); f(new A(), 1, null); f(1.5, 1, 2); f(f, 1, 1)
            """);
        assertThat(of("f").shapes()).isEqualTo(Map.of(
                List.of(INTEGER, PrimitiveType.ANY, INTEGER), 6L,
                List.of(FLOAT, PrimitiveType.ANY, PrimitiveType.STRING), 3L,
                List.of(program.classes().keySet().stream().filter(c -> c.name().equals("A")).findFirst().orElseThrow(),
                        PrimitiveType.ANY, PrimitiveType.NULL), 1L,
                List.of(FLOAT, PrimitiveType.ANY, INTEGER), 1L));
    }

    @Test
    void whereEachParameterIsOfOneTypeThereIsNothingToTell() {
        run("function f(a, b) { return a } f(1, 2.5); f(2, 3.5)");
        assertThat(of("f").shapes()).isEmpty();
    }

    @Test
    void waysOfBranchesAreCounted() {
        run("""
            function f(n: integer) {
                if (n > 3) { return 1 }
                let k = n == 0 || n == 2 ? 5 : 6
                if (k == 7) { k = 1 } else if (n >= 1) { k++ }
                switch (n) { case 2: k++; case 0: k--; break; case 9: k = 3 }
                return k
            }
            for (let i = 0; i < 10; i++) { f(i % 5) }
            """);
        assertThat(of("f").branches().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue))
                .containsExactly(
                        Arms.of(2, 8), Arms.of(4, 4), Arms.of(2, 6), Arms.of(0, 8), Arms.of(6, 2), Arms.of(2, 2, 0, 4));
    }

    @Test
    void whatWasNeverComeToIsNoBranch() {
        run("""
            function f(n: integer) { if (n > 3) { return n > 5 ? 1 : 2 } return 3 }
            f(1)
            """);
        assertThat(of("f").branches().values()).containsExactly(Arms.of(0, 1));
    }

    @Test
    void recursionIsSeenAtEachDepth() {
        run("""
            function f(n) { return n < 2 ? n : f(n - 1) + f(n - 2) }
            f(10)
            """);
        FunctionProfile f = of("f");
        assertThat(f.calls()).isEqualTo(177);
        assertThat(f.parameters()).containsExactly(Seen.of(INTEGER));
        assertThat(f.result()).isEqualTo(Seen.of(INTEGER));
        assertThat(value("f", "f(n - 1) + f(n - 2)")).isEqualTo(Seen.of(INTEGER));
    }

    @Test
    void tooManyTypesAreOthers() {
        run("""
            class A {} class B {} class C {} class D {} class E {} class F {} class G {}
            function f(a) {}
            for (const a of [new A(), new B(), new C(), new D(), new E(), new F(), new G()] as any[]) { f(a); f(a) }
            f(1)
            """);
        assertThat(of("f").parameters()).containsExactly(new Seen(Set.of(), true));
        assertThat(of("f").calls()).isEqualTo(15);
    }

    @Test
    void sixTypesAreKept() {
        run("""
            class A {} class B {}
            function f(a) {}
            for (const a of [new A(), new B(), 1, 2.5, "a", true, 2147483647, 1e30, new A()] as any[]) { f(a) }
            """);
        assertThat(of("f").parameters().getFirst().types()).hasSize(6);
        assertThat(of("f").parameters().getFirst().others()).isFalse();
    }

    @Test
    void shownUntilAnErrorEndsTheProgram() {
        assertThatThrownBy(() -> run("""
                function f(a) { return a.x }
                function g(a) { return f(a) }
                g(1)
                """)).isInstanceOf(ProgramFailure.class);
        assertThat(of("g").parameters()).containsExactly(Seen.of(INTEGER));
        assertThat(of("g").result()).isEqualTo(Seen.NOTHING);
    }

    @Test
    void aParameterThatClosuresShareIsSeen() {
        run("""
            function f(a) { const g = () => { a = 1.5 }; g(); return a }
            f(1)
            """);
        assertThat(of("f").parameters()).containsExactly(Seen.of(INTEGER));
        assertThat(of("f").result()).isEqualTo(Seen.of(FLOAT));
    }

    @Test
    void theProfileCanBeReadWhileTheProgramRuns() {
        AtomicReference<Profile> early = new AtomicReference<>();
        Observations observations = new Observations();
        run("""
            function f(a) { print(a) }
            f(1)
            f(1.5)
            """, observations, () -> early.compareAndSet(null, observations.profile()));
        assertThat(early.get().of(id("f")).orElseThrow().parameters()).containsExactly(Seen.of(INTEGER));
        assertThat(of("f").parameters()).containsExactly(Seen.of(INTEGER, FLOAT));
    }

    @Test
    void observationsAreOfOneRun() {
        Observations observations = new Observations();
        run("print(1)", observations, () -> {});
        assertThatThrownBy(() -> run("print(1)", observations, () -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTypesOfTypedArraysThatAProgramMentionsAreKnown() {
        run("""
            function f(a) {}
            f(new Int32Array(1))
            f(new Uint8Array(1))
            """);
        assertThat(of("f").parameters()).containsExactly(Seen.of(TypedArrayType.INT32, TypedArrayType.UINT8));
    }

    private void run(String text) {
        Observations observations = new Observations();
        run(text, observations, () -> {});
    }

    private void run(String text, Observations observations, Runnable atOutput) {
        Diagnostics diagnostics = new Diagnostics();
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        Optional<TypedProgram> checked = ProgramChecker.check(modules.module("main"), modules, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        program = checked.orElseThrow();
        program.classes().keySet().forEach(c -> types.put(c.toString(), c));
        HostMachine machine = HostMachine.of((toError, line) -> atOutput.run());
        try {
            HostProgram.load(program, machine, observations).run();
        } finally {
            profile = observations.profile();
        }
    }

    private FunctionProfile of(String function) {
        return profile.of(id(function)).orElseThrow();
    }

    private FunctionId id(String function) {
        return program.functions().keySet().stream()
                .filter(f -> f.name().equals(function) && f.module().equals("main"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(function + " is none of " + program.functions().keySet()));
    }

    private ClassType type(String name) {
        return (ClassType) types.get(name);
    }

    /** Of the first observed expression with this text. */
    private Seen value(String function, String text) {
        TypedFunction f = program.functions().get(id(function));
        Sites sites = Sites.of(program, f);
        List<Integer> numbers = new ArrayList<>();
        TreeWalk.expressions(f.body(), e -> {
            OptionalInt number = sites.number(e);
            if (number.isPresent() && e.span().text().equals(text)) {
                numbers.add(number.getAsInt());
            }
        });
        assertThat(numbers).as("sites of %s", text).isNotEmpty();
        return of(function).value(numbers.getFirst());
    }

    private Seen receiver(String function) {
        TypedFunction f = program.functions().get(id(function));
        Seen[] seen = {Seen.NOTHING};
        TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.MethodCall call) {
                seen[0] = of(function).value(Sites.of(program, f).number(call.receiver()).getAsInt());
            }
        });
        return seen[0];
    }

    private List<Long> turns(String function) {
        TypedFunction f = program.functions().get(id(function));
        List<Long> turns = new ArrayList<>();
        TreeWalk.statements(f.body(), s -> {
            if (s instanceof TypedStatement.Loop loop) {
                turns.add(of(function).counts().get(Sites.of(program, f).number(loop)));
            }
        });
        return turns;
    }
}
