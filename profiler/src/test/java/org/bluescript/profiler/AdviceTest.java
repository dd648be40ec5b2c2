package org.bluescript.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.profiler.Verdict.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
    private static final Policy POLICY = new Policy(3, 5, 2, 1, 1, 1);

    @Test
    void whatIsCalledOftenIsWorthItsVersion() {
        assertThat(shapes("function f(a, b: integer) { return a }\nf(1, 2); f(2, 3); f(3, 4)")).containsExactly("(integer, integer)");
    }

    @Test
    void whatTurnsOftenIsWorthItWithOneCall() {
        assertThat(shapes("function f(a) { for (let i = 0; i < 5; i++) { a += i } }\nf(1)")).containsExactly("(integer)");
        assertThat(shapes("let sum: any = 0\nfunction f() { for (let i = 0; i < 5; i++) { sum += i } }\nf()")).containsExactly("()");
    }

    @Test
    void aFewShapesAreToldApart() {
        assertThat(shapes("function f(a) { return a }\nf(1); f(1.5); f(2)")).containsExactly("(float)", "(integer)");
    }

    @Test
    void nothingIsAssumedWhereShapesWouldBeTooMany() {
        assertThat(shapes("function f(a, b) { return a }\nf(1, 1); f(1.5, null); f(2, 2); f(1.5, 1)"))
                .as("two by two").containsExactly("(float, any)", "(integer, any)");
        assertThat(shapes("function f(a, b) { return a }\nf(1, 1); f(2, null); f(3, true); f(4, 1.5)"))
                .as("one by four").containsExactly("(integer, any)");
    }

    @Test
    void aReferenceOrNullIsOneType() {
        assertThat(shapes("class A {}\nfunction f(a) { return a }\nf(null); f(new A()); f(new A())")).containsExactly("(A | null)");
        assertThat(shapes("function f(a) { return a }\nf(null); f(1); f(1)")).containsExactly("(integer)", "(null)");
    }

    @Test
    void valuesInsideAreReasonEnough() {
        assertThat(shapes("class P { x: any = 1 }\nfunction f(p: P): integer { return p.x }\nconst p = new P()\nf(p); f(p); f(p)"))
                .containsExactly("(P)");
    }

    @Test
    void receiversOfOverriddenMethodsAreReasonEnough() {
        assertThat(shapes("""
                class A { m(): integer { return 1 } }
                class B extends A { m(): integer { return 2 } }
                function f(a: A): integer { return a.m() }
                const b = new B()
                f(b); f(b); f(b)
                """)).containsExactly("(A)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "function f(a) { return a }|NEVER_CALLED|was never called on the host",
        "function f(a) { return a }\\nf(1); f(1)|TOO_FEW|was called 2 times",
        "function f(a) { return a }\\nf(1)|TOO_FEW|was called once",
        "function f(a) { for (let i = 0; i < 4; i++) {} }\\nf(1)|TOO_FEW|was called once, and its loops turned 4 times",
        "function f(a: integer): integer { return a }\\nf(1); f(1); f(1)|ALL_KNOWN|all its types are known without a profile",
        "function f(a) { try { return a } catch { return 1 } }\\nf(1); f(1); f(1)|HOLDS_TRY|holds try, into which nothing can return from the middle of a version",
        "let g: any = 1\\nfunction f(a: boolean): integer { return a ? g : 1 }\\nf(false); f(false); f(false)|NOTHING_SEEN|no value of unknown type was seen in it",
        "function f(a) {}\\nf(1); f(1.5); f(true)|TOO_MANY_TYPES|its values are of too many types, or functions",
        "function f(a) {}\\nf(f); f(f); f(f)|TOO_MANY_TYPES|its values are of too many types, or functions",
        "function f(a) { code`` }|DEVICE_BOUND|holds inline C, which is compiled as it stands",
    })
    void theReasonIsTold(String text, Reason reason, String words) {
        ObservedProgram observed = ObservedProgram.of(text.replace("\\n", "\n"));
        assertThat(Advice.of(observed.program(), observed.profile(), POLICY).verdicts().get(id("f")))
                .isEqualTo(new Verdict.NotWorth(reason, words));
    }

    @Test
    void whatTheSpecialiserCannotDoIsTold() {
        ObservedProgram observed = ObservedProgram.of("function f(a) { return a }\nf(1); f(2); f(3)");
        Advice advice = Advice.of(observed.program(), observed.profile(), POLICY, Map.of(id("f"), "is too strange"));
        assertThat(advice.verdicts().get(id("f"))).isEqualTo(new Verdict.NotWorth(Reason.NOT_POSSIBLE, "is too strange"));
    }

    @Test
    void theHeaviestComeFirst() {
        ObservedProgram observed = ObservedProgram.of("""
            function seldom(a) { return a }
            function often(a) { return seldom(a) }
            function loop(a) { for (let i = 0; i < 100; i++) { often(a); if (i < 5) { often(a) } } }
            loop(1)
            """);
        Advice advice = Advice.of(observed.program(), observed.profile(), POLICY);
        assertThat(advice.worth()).containsExactly(id("often"), id("seldom"), id("loop"));
    }

    @Test
    void everyFunctionHasAVerdict() {
        ObservedProgram observed = ObservedProgram.of("""
            class A { m() { return () => this } }
            print([1, 2].map(x => x + 1), new A().m)
            """.replace("new A().m", "new A().m()"));
        Advice advice = Advice.of(observed.program(), Profile.EMPTY, Policy.STANDARD);
        assertThat(advice.verdicts()).containsOnlyKeys(observed.program().functions().keySet());
        assertThat(advice.worth()).isEmpty();
    }

    @Test
    void aPolicyWithoutThresholdsIsRefused() {
        assertThatThrownBy(() -> Policy.STANDARD.with("calls", 0)).hasMessage("no policy: 0 calls");
    }

    private static List<String> shapes(String text) {
        ObservedProgram observed = ObservedProgram.of(text);
        TypedProgram program = observed.program();
        Verdict verdict = Advice.of(program, observed.profile(), POLICY).verdicts().get(id("f"));
        assertThat(verdict).isInstanceOf(Verdict.Worth.class);
        return ((Verdict.Worth) verdict).shapes().stream().map(Shape::toString).toList();
    }

    private static FunctionId id(String function) {
        return new FunctionId("main", function);
    }
}
