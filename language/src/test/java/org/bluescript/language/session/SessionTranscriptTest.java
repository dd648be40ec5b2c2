package org.bluescript.language.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bluescript.language.shadow.heap.Stress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions on disk come back as they are written; {@code -Dgolden.rewrite=true} writes them anew. */
class SessionTranscriptTest {
    private static final Path FOLDER = Path.of("src/test/sessions");

    static Stream<String> sessions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".session")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void comesBackAsItIsWritten(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        String expected = Files.readString(file);
        String actual = Transcript.replay(expected, Stress.NONE);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, actual);
            return;
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** Those that neither take anything back themselves nor ask where objects were made, which is forgotten then. */
    static Stream<String> forwardSessions() throws IOException {
        return sessions().filter(s -> !s.startsWith("undo") && !s.startsWith("held"));
    }

    @ParameterizedTest
    @MethodSource("forwardSessions")
    void comesBackTheSameIfEveryLineIsTakenBackAndDoneAgain(String name) throws IOException {
        String expected = Files.readString(FOLDER.resolve(name));
        assertThat(Transcript.replayInZigzag(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("forwardSessions")
    void comesBackTheSameIfItIsSavedAndRestoredNowAndThen(String name, @TempDir Path folder) throws IOException {
        String expected = Files.readString(FOLDER.resolve(name));
        assertThat(Transcript.replayFromFile(expected, folder.resolve("kept"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void comesBackTheSameIfEveryAllocationCollects(String name) throws IOException {
        String expected = Files.readString(FOLDER.resolve(name));
        assertThat(Transcript.replay(expected, Stress.COLLECTING)).isEqualTo(expected);
    }
}
