package org.bluescript.language.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.modules.MemoryModules;
import org.junit.jupiter.api.Test;

class InterruptedSessionTest {
    private final CountDownLatch printed = new CountDownLatch(1);
    private final ByteArrayOutputStream output = new ByteArrayOutputStream() {
        @Override
        public void flush() {
            printed.countDown();
        }
    };

    @Test
    void anEndlessLoopCanBeStoppedAndTheSessionGoesOn() throws InterruptedException {
        try (Session session = Session.of(MemoryModules.of(Map.of()), output, OutputStream.nullOutputStream())) {
            session.evaluate("let n = 0");
            CompletableFuture<Outcome> outcome =
                    CompletableFuture.supplyAsync(() -> session.evaluate("print(1); for (;;) n++"));
            printed.await();
            session.interrupt();
            assertThat(outcome.join())
                    .isInstanceOfSatisfying(Outcome.Failed.class, f ->
                            assertThat(f.failure().kind()).contains(RunTimeErrorKind.INTERRUPTED));
            assertThat(session.evaluate("n > 0")).isEqualTo(new Outcome.Value("boolean", "true"));
            assertThat(session.evaluate("let a = [1, 2]; a.length")).isEqualTo(new Outcome.Value("integer", "2"));
        }
    }

    @Test
    void interruptingNothingDoesNothing() {
        try (Session session = Session.of(MemoryModules.of(Map.of()), output, OutputStream.nullOutputStream())) {
            session.interrupt();
            assertThat(session.evaluate("1 + 1")).isEqualTo(new Outcome.Value("integer", "2"));
            assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
        }
    }

    @Test
    void modulesAreImportedOnceAndRunBeforeTheLine() {
        Map<String, String> modules = Map.of("counter", "export let count = 0; print(\"loaded\"); export function next() { return ++count }");
        try (Session session = Session.of(MemoryModules.of(modules), output, OutputStream.nullOutputStream())) {
            session.evaluate("import { next } from \"./counter\"");
            session.evaluate("next()");
            assertThat(session.evaluate("next()")).isEqualTo(new Outcome.Value("integer", "2"));
            session.evaluate("import * as c from \"./counter\"");
            assertThat(session.evaluate("c.count")).isEqualTo(new Outcome.Value("integer", "2"));
            assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("loaded\n");
        }
    }
}
