package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;

/** Errors as the embedder sees them: the message, the place, and the calls that led there. */
class RunTimeFailureTest {
    @Test
    void callStackNamesFunctionsMethodsAndClosures() {
        var failure = Interpretation.of("""
                class Shape {
                    sides: integer[];
                    constructor() { this.sides = [3]; this.grow(1); }
                    grow(n: integer): integer { return this.sides[n]; }
                }
                function build(): Shape { return new Shape(); }
                const later = (): Shape => build();
                later();
                """).failure().orElseThrow();
        assertThat(failure.message()).isEqualTo("index out of range");
        assertThat(failure.line()).isEqualTo(4);
        assertThat(failure.calls())
                .containsExactly("Shape.grow", "new Shape", "build", "(anonymous)", "(top level)");
    }

    @Test
    void assertionCarriesItsMessage() {
        var failure = Interpretation.of("assert(1 > 2, \"1 is \" + \"less\");").failure().orElseThrow();
        assertThat(failure.message()).isEqualTo("assertion failed: 1 is less");
    }

    @Test
    void stackOverflowIsAnErrorOfTheProgram() {
        var failure = Interpretation.of("""
                function deep(n: integer): integer {
                    return deep(n + 1) + 1;
                }
                print(deep(0));
                """).failure().orElseThrow();
        assertThat(failure.message()).isEqualTo("stack overflow");
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.calls()).startsWith("deep", "deep");
    }

    @Test
    void inlineCodeIsRefusedByName() {
        var failure = Interpretation.of("function blink(n: integer) { code`n++;` }\nblink(1);").failure().orElseThrow();
        assertThat(failure.message()).contains("\"blink\" contains inline C");
    }

    @Test
    void mistakesAreOneSyntaxErrorThatTellsAll() {
        var failure = Interpretation.of("let a: integer = \"x\";\nprint(b);").failure().orElseThrow();
        assertThat(failure.isSyntaxError()).isTrue();
        assertThat(failure.line()).isEqualTo(1);
        assertThat(failure.message()).contains("test.bs:1:18").contains("test.bs:2:7");
    }

    @Test
    void outputBeforeAnErrorIsKept() {
        Interpretation result = Interpretation.of("print(1, 2.5, true, \"x\", null);\nassert(false);");
        assertThat(result.output()).isEqualTo("1 2.5 true x undefined\n");
        assertThat(result.failure()).isPresent();
    }

    @Test
    void endlessLoopCanBeInterrupted() throws Exception {
        CompletableFuture<Void> running = new CompletableFuture<>();
        OutputStream output = new OutputStream() {
            @Override
            public void write(int octet) {
                running.complete(null);
            }
        };
        try (Context context = Context.newBuilder(BlueScriptLanguage.ID).out(output).build()) {
            var ending = CompletableFuture.supplyAsync(() ->
                    catchThrowable(() -> context.eval(BlueScriptLanguage.ID, "print(1);\nwhile (true) {}")));
            running.get();
            context.interrupt(Duration.ZERO);
            assertThat(ending.get()).isInstanceOfSatisfying(PolyglotException.class,
                    e -> assertThat(e.isInterrupted()).isTrue());
        }
    }
}
