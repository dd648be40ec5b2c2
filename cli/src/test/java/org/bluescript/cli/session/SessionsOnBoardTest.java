package org.bluescript.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluescript.cli.Installation;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.session.Session;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.link.board.Boards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The transcripts of sessions, where the board runs every function that is declared, come back as they are written for the host. */
class SessionsOnBoardTest {
    private static final Path FOLDER = Installation.home().resolve("language/src/test/sessions");

    /** Those that only evaluate and undo. */
    static Stream<String> sessions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> !asksForHolders(f)).map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static boolean asksForHolders(Path file) {
        try {
            return Files.readString(file).contains("> :heap");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void comesBackAsItIsWritten(String name) throws IOException {
        String expected = Files.readString(FOLDER.resolve(name));
        DeviceChoice choice = DeviceChoice.of(Installation.home(), Boards.DEFAULT, Optional.empty());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (LineBoard board = LineBoard.of(Installation.home(), choice, news -> {});
                Session session = Session.of(MemoryModules.of(Map.of()), output, output, board, Mover.NONE)) {
            StringBuilder actual = new StringBuilder();
            for (String entry : entries(expected)) {
                if (entry.startsWith("// ")) {
                    actual.append(actual.isEmpty() ? "" : "\n").append(entry).append('\n');
                } else {
                    output.reset();
                    String shown = enter(session, entry);
                    actual.append("> ").append(entry.replace("\n", "\n| ")).append('\n');
                    actual.append(output.toString(StandardCharsets.UTF_8)).append(shown);
                    moveFunctions(session);
                }
            }
            assertThat(actual.toString()).isEqualTo(expected);
        }
    }

    private static List<String> entries(String transcript) {
        List<String> entries = new ArrayList<>();
        for (String line : transcript.lines().toList()) {
            if (line.startsWith("> ") || line.equals(">")) {
                entries.add(line.substring(Math.min(2, line.length())));
            } else if (line.startsWith("| ")) {
                entries.add(entries.removeLast() + "\n" + line.substring(2));
            } else if (line.startsWith("// ")) {
                entries.add(line);
            }
        }
        return entries;
    }

    private static void moveFunctions(Session session) {
        session.names().forEach((name, kind) -> {
            if (kind.equals("function")) {
                session.function(name).ifPresent(f -> session.want(f, Optional.of(true)));
            }
        });
    }

    static String enter(Session session, String entry) {
        if (entry.equals(":undo") || entry.equals(":redo")) {
            return (entry.equals(":undo") ? session.undo() : session.redo()).map(u -> u.text() + "\n").orElse("nothing\n");
        }
        return switch (session.evaluate(entry)) {
            case Outcome.Value v -> v.text() + ": " + v.type() + "\n";
            case Outcome.Done d -> "";
            case Outcome.Incomplete i -> "incomplete\n";
            case Outcome.Refused r -> "refused: " + r.reason() + "\n";
            case Outcome.Failed f ->
                f.failure().place().map(p -> p.position().line() + ":" + p.position().column() + ": ").orElse("")
                        + "run-time error: " + f.failure().message() + "\n";
            case Outcome.Mistakes m -> {
                StringBuilder text = new StringBuilder();
                for (Diagnostic d : m.all()) {
                    text.append(d.span().position().line()).append(':').append(d.span().position().column());
                    text.append(": error: ").append(d.message()).append('\n');
                    d.help().ifPresent(h -> text.append("help: ").append(h).append('\n'));
                }
                yield text.toString();
            }
        };
    }
}
