package org.bluescript.language.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bluescript.language.source.Diagnostic;
import org.junit.jupiter.api.Test;

/** The session that {@code docs/prompt.md} shows is a real one. */
class PromptPageTest {
    private static final Path PAGE = Path.of("../docs/prompt.md");
    private static final String INDENT = "    ";

    @Test
    void whatThePageShowsIsWhatComesBack() throws IOException {
        List<String> shown = Files.readString(PAGE).lines()
                .filter(l -> l.startsWith(INDENT))
                .map(l -> l.substring(INDENT.length()))
                .toList();
        Transcript transcript = new Transcript(Map.of());
        StringBuilder replayed = new StringBuilder();
        try {
            for (int i = 0; i < shown.size(); ) {
                StringBuilder entry = new StringBuilder(shown.get(i).substring(2));
                replayed.append(shown.get(i++)).append('\n');
                while (i < shown.size() && shown.get(i).startsWith("| ")) {
                    entry.append('\n').append(shown.get(i).substring(2));
                    replayed.append(shown.get(i++)).append('\n');
                }
                while (i < shown.size() && !shown.get(i).startsWith("> ")) {
                    i++;
                }
                replayed.append(
                        entry.toString().equals(":undo")
                                ? "taken back: " + transcript.session().undo().orElseThrow().beginning() + "\n"
                                : transcript.said(entry.toString(), PromptPageTest::asThePromptSays));
            }
        } finally {
            transcript.session().close();
        }
        assertThat(replayed.toString().lines().toList()).isEqualTo(shown);
    }

    private static String asThePromptSays(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value v -> v.text() + ": " + v.type() + "\n";
            case Outcome.Done d -> "";
            case Outcome.Incomplete i -> "incomplete\n";
            case Outcome.Refused r -> "error: " + r.reason() + "\n";
            case Outcome.Failed f -> f.failure().place().orElseThrow() + ": error: " + f.failure().message() + "\n";
            case Outcome.Mistakes m -> {
                Diagnostic first = m.all().getFirst();
                yield first.span() + ": error: " + first.message() + "\n";
            }
        };
    }
}
