package org.bluescript.language.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.typed.FunctionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back from a file, and what does not. */
class SessionFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private Session session;

    @BeforeEach
    void open() {
        file = folder.resolve("session");
        session = session(Map.of("shapes", "export let made = 0; export function area(a: float) { made++; return a * a; }"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static Session session(Map<String, String> modules) {
        return Session.of(MemoryModules.of(modules), new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    private void enter(String... lines) {
        for (String line : lines) {
            Outcome outcome = session.evaluate(line);
            assertThat(outcome).as(line).isNotInstanceOfAny(Outcome.Mistakes.class, Outcome.Refused.class, Outcome.Incomplete.class);
        }
    }

    private static String value(Session session, String expression) {
        return session.evaluate(expression) instanceof Outcome.Value v ? v.text() : "none";
    }

    private Session restored(Map<String, String> modules) throws IOException, UnreadableSession {
        SessionFile.write(file, session.save());
        Session restored = session(modules);
        restored.restore(SessionFile.read(file));
        return restored;
    }

    @Test
    void modulesComeBackWithWhatTheyHaveThoughTheirFilesAreGone() throws Exception {
        enter("import { area, made } from \"./shapes\"", "area(2.0)", "area(3.0)");
        try (Session restored = restored(Map.of())) {
            assertThat(value(restored, "made")).isEqualTo("2");
            assertThat(value(restored, "area(4.0)")).isEqualTo("16.0");
        }
    }

    @Test
    void whatWasTakenBackDoesNotComeBack() throws Exception {
        enter("let n = 1", "function f() { return n }", "function f() { return \"x\" }", "let s = f()");
        session.undo();
        session.undo();
        enter("let t = f() + 1");
        try (Session restored = restored(Map.of())) {
            assertThat(value(restored, "t + f()")).isEqualTo("3");
            assertThat(restored.names()).containsOnlyKeys("n", "f", "t");
            assertThat(restored.undo()).isNotEmpty();
            assertThat(restored.undo()).isEmpty();
        }
    }

    @Test
    void errorsThatWereCaughtCanBeThrownAgain() throws Exception {
        enter("let e = new Error(\"none\")", "try { [1][2] } catch (x) { e = x as Error }");
        try (Session restored = restored(Map.of())) {
            assertThat(value(restored, "e.message")).isEqualTo("\"index out of range\"");
            assertThat(restored.evaluate("throw e")).isInstanceOfSatisfying(
                    Outcome.Failed.class, f -> assertThat(f.failure().message()).contains("index out of range"));
        }
    }

    @Test
    void linesThatFailedAndFunctionsThatWereGivenUpAreNoHindrance() throws Exception {
        enter("let fs: ((n: integer) => integer)[] = []", "class A { x = 1 } throw new Error(\"no\")", "class A { y = 2 }");
        for (int i = 0; i < 300; i++) {
            enter("fs = [n => n + " + i + "]", "\"text " + i + "\"");
        }
        enter("let a = new A()");
        try (Session restored = restored(Map.of())) {
            assertThat(restored.census().used()).isEqualTo(session.census().used());
            assertThat(value(restored, "fs[0](1) + a.y")).isEqualTo("302");
        }
    }

    @Test
    void theSameRandomNumbersFollow() throws Exception {
        enter("Math.random()");
        try (Session restored = restored(Map.of())) {
            assertThat(value(restored, "Math.random()")).isEqualTo(value(session, "Math.random()"));
        }
    }

    @Test
    void whereTheUserWantsFunctionsAndWhatWasSeenOfThemComesBack() throws Exception {
        enter("function f(x) { return x }", "f(1)");
        FunctionId f = session.function("f").orElseThrow().id();
        SavedSession saved = session.save();
        SessionFile.write(file, new SavedSession(saved.entries(), saved.image(), saved.lines(), saved.growth(), saved.fingerprint(),
                Map.of(f, true), "seen"));
        assertThat(SessionFile.read(file).wanted()).isEqualTo(Map.of(f, true));
        assertThat(SessionFile.read(file).profile()).isEqualTo("seen");
    }

    @Test
    void filesOfTheFormatBeforeCanStillBeRead() throws Exception {
        enter("let n = 41");
        SessionFile.write(file, session.save());
        byte[] bytes = Files.readAllBytes(file);
        int tail = 8;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] whole = new InflaterInputStream(new ByteArrayInputStream(bytes, 24, bytes.length - 24)).readAllBytes();
        try (DeflaterOutputStream out = new DeflaterOutputStream(body)) {
            out.write(whole, 0, whole.length - tail);
        }
        CRC32C crc = new CRC32C();
        crc.update(body.toByteArray());
        Files.write(file, ByteBuffer.allocate(24 + body.size())
                .put(bytes, 0, 18).putShort((short) 1).putInt((int) crc.getValue()).put(body.toByteArray()).array());
        try (Session restored = session(Map.of())) {
            restored.restore(SessionFile.read(file));
            assertThat(value(restored, "n + 1")).isEqualTo("42");
        }
    }

    @Test
    void filesThatAreDamagedAreRefused() throws IOException {
        enter("let n = 1");
        SessionFile.write(file, session.save());
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            if (damaged.length == whole.length) {
                damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            assertThatThrownBy(() -> SessionFile.read(file)).isInstanceOf(UnreadableSession.class);
        }
    }

    @Test
    void otherFilesAndOtherVersionsAreNamed() throws IOException {
        Files.writeString(file, "let n = 1\n");
        assertThatThrownBy(() -> SessionFile.read(file)).hasMessage("it is no saved session");
        SessionFile.write(file, session.save());
        byte[] bytes = Files.readAllBytes(file);
        bytes["BlueScript session".length() + 1]++;
        Files.write(file, bytes);
        assertThatThrownBy(() -> SessionFile.read(file)).hasMessageContaining("version 3 of the format");
    }

    @Test
    void whatMeansSomethingElseNowIsRefused() {
        enter("let n = 1", "let text = \"a\" + n");
        SavedSession saved = session.save();
        List<Entry> entries = List.of(saved.entries().getFirst(), new Entry(2, "let text = [n]", Map.of(), true,
                saved.entries().getLast().places(), Optional.empty()));
        try (Session other = session(Map.of())) {
            SavedSession stale = new SavedSession(entries, saved.image(), 2, saved.growth(), saved.fingerprint(), Map.of(), "");
            assertThatThrownBy(() -> other.restore(stale)).hasMessageContaining("another version of BlueScript");
        }
    }
}
