package org.bluescript.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bluescript.cli.Installation;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.session.Session;
import org.bluescript.link.board.Boards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Boards that end while a session has them, and functions that do not. With {@code -Dlost.boards=50} the board is killed so often
 * at random moments.
 */
class LostBoardTest {
    private static final int KILLED = Integer.getInteger("lost.boards", 4);

    private final List<String> news = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch said = new CountDownLatch(1);
    private final LineBoard board = LineBoard.of(
            Installation.home(), DeviceChoice.of(Installation.home(), Boards.DEFAULT, Optional.empty()), news::add);
    private final Session session = open();

    private Session open() {
        OutputStream output = new OutputStream() {
            @Override
            public void write(int b) {
                said.countDown();
            }
        };
        try {
            return Session.in(Path.of(""), output, output, board, Mover.NONE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        session.close();
        board.close();
    }

    private String value(String text) {
        return session.evaluate(text) instanceof Outcome.Value v ? v.text() : "";
    }

    private boolean runs(String text) {
        return switch (session.evaluate(text)) {
            case Outcome.Value v -> true;
            case Outcome.Done d -> true;
            case Outcome.Failed f -> {
                assertThat(f.failure().kind()).isEmpty();
                assertThat(f.failure().message()).contains("the session is as it was before the call");
                yield false;
            }
            default -> throw new AssertionError(text);
        };
    }

    /** Ends the emulators that this process has started. */
    private static void kill() {
        ProcessHandle.current().descendants()
                .filter(p -> p.info().command().filter(c -> c.contains("qemu")).isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private void prepare() {
        session.evaluate("class Entry { next: Entry | null; n: integer; constructor(next: Entry | null, n: integer) { this.next = next; this.n = n } }");
        session.evaluate("let entries: Entry | null = null; let count = 0; let text = \"\"");
        session.evaluate("function add(n: integer): integer { code`;`; for (let i = 0; i < n; i++) { entries = new Entry(entries, i); count += 1 } text += \"x\"; return count }");
        session.evaluate("function sum(): integer { let s = 0; for (let e = entries; e != null; e = e.next) { s += e.n } return s }");
    }

    @Test
    void aBoardThatEndsBetweenLinesIsReplacedAndHasEverythingAgain() {
        prepare();
        assertThat(value("add(100)")).isEqualTo("100");
        kill();
        assertThat(value("sum()")).isEqualTo("4950");
        while (!runs("add(10)")) {
            assertThat(value("count")).isEqualTo("100");
        }
        assertThat(value("count")).isEqualTo("110");
        assertThat(value("sum()")).isEqualTo("4995");
        assertThat(news).first().isEqualTo("the connection to the board is lost");
    }

    @Test
    void aBoardThatEndsDuringACallLeavesTheSessionAsItWasBeforeIt() throws InterruptedException {
        prepare();
        value("add(5)");
        session.evaluate("function endless() { code`;`; count += 1000; print(\"on the board\"); while (true) { count += 1 } }");
        Thread killer = new Thread(() -> {
            awaitSaid();
            kill();
        });
        killer.start();
        assertThat(runs("endless()")).isFalse();
        killer.join();
        assertThat(value("count")).isEqualTo("5");
        assertThat(value("add(5)")).isEqualTo("10");
    }

    @Test
    void aSessionHasTheSameValuesWheneverItsBoardIsKilled() throws InterruptedException {
        prepare();
        Random random = new Random(7);
        int count = 0;
        int sum = 0;
        int lines = 0;
        for (int killed = 0; killed < KILLED; killed++) {
            Thread killer = new Thread(() -> {
                try {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                kill();
            });
            killer.start();
            for (boolean wasKilled = false; !wasKilled; ) {
                wasKilled = !killer.isAlive();
                int n = 1 + lines++ % 3;
                if (runs("add(" + n + ")")) {
                    count += n;
                    sum += n * (n - 1) / 2;
                }
                if (count > 500) {
                    session.evaluate("entries = null; count = 0");
                    count = 0;
                    sum = 0;
                }
                assertThat(value("count")).isEqualTo(Integer.toString(count));
                assertThat(value("sum()")).isEqualTo(Integer.toString(sum));
            }
            killer.join();
        }
        assertThat(value("text.length")).isNotEqualTo("0");
        assertThat(news).contains("the connection to the board is lost");
    }

    @Test
    void aFunctionThatDoesNotEndOnTheBoardCanBeInterrupted() throws InterruptedException {
        prepare();
        session.evaluate("function inC() { count = 7; print(\"on the board\"); code`for (;;) { }` }");
        Thread interrupter = new Thread(() -> {
            awaitSaid();
            session.interrupt();
        });
        interrupter.start();
        Outcome outcome = session.evaluate("inC()");
        interrupter.join();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, f ->
                assertThat(f.failure().kind()).contains(RunTimeErrorKind.INTERRUPTED));
        assertThat(value("count")).isEqualTo("7");
        assertThat(value("add(1)")).isEqualTo("8");
        assertThat(news).isEmpty();
    }

    private void awaitSaid() {
        try {
            assertThat(said.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
