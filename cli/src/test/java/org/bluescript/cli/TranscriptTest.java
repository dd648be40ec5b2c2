package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole commands with all they print. {@code mvn -pl cli -am test -Dupdate=true} rewrites the files; review the diff. */
class TranscriptTest {
    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".transcript")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void commandsAnswerAsRecorded(Path file) {
        Transcript transcript = new Transcript(file);
        String replayed = transcript.replay();
        if (Boolean.getBoolean("update")) {
            transcript.record(replayed);
        }
        assertThat(replayed).isEqualTo(transcript.recorded());
    }
}
