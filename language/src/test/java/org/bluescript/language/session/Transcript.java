package org.bluescript.language.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.Diagnostic;

/**
 * What is entered and what comes back, as text: entries begin with {@code "> "}, their further lines with {@code "| "}; all else is
 * output, values with their types, and errors with line and column.
 */
final class Transcript {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private Session session;
    private boolean zigzag;
    private Optional<Path> file = Optional.empty();
    private final Map<String, String> modules;
    private int entered;
    private int every = 4;
    private boolean backAndForth;

    Transcript(Map<String, String> modules) {
        this(modules, Stress.NONE);
    }

    Transcript(Map<String, String> modules, Stress stress) {
        this.modules = modules;
        session = Session.of(MemoryModules.of(modules), output, output, stress);
    }

    /** Enters the entries of a transcript, and gives it with what really came back. */
    static String replay(String transcript, Stress stress) {
        return replayed(transcript, new Transcript(Map.of(), stress));
    }

    /** The same, where each line is taken back and done again, another one as well that is then taken back for good. */
    static String replayInZigzag(String transcript) {
        Transcript replayed = new Transcript(Map.of());
        replayed.zigzag = true;
        return replayed(transcript, replayed);
    }

    /** The same, where the session is saved in the file and restored from there every few lines. */
    static String replayFromFile(String transcript, Path file) {
        Transcript replayed = new Transcript(Map.of());
        replayed.file = Optional.of(file);
        return replayed(transcript, replayed);
    }

    private void goOnFrom(Path file) {
        try {
            SessionFile.write(file, session.save());
            session.close();
            session = Session.of(MemoryModules.of(modules), output, output, Stress.NONE);
            session.restore(SessionFile.read(file));
        } catch (IOException | UnreadableSession e) {
            throw new AssertionError(e);
        }
    }

    /** Each line is taken back and done again. */
    static Transcript goingBackAndForth() {
        Transcript result = new Transcript(Map.of());
        result.backAndForth = true;
        return result;
    }

    /** The session goes on from the file every so many lines. */
    static Transcript inFile(Path file, int every) {
        Transcript result = new Transcript(Map.of());
        result.file = Optional.of(file);
        result.every = every;
        return result;
    }

    private static String replayed(String transcript, Transcript replayed) {
        try {
            StringBuilder result = new StringBuilder();
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
            for (String entry : entries) {
                if (entry.startsWith("// ")) {
                    result.append(result.isEmpty() ? "" : "\n").append(entry).append('\n');
                } else {
                    result.append("> ").append(entry.replace("\n", "\n| ")).append('\n').append(replayed.enter(entry));
                }
            }
            return result.toString();
        } finally {
            replayed.session.close();
        }
    }

    Session session() {
        return session;
    }

    /** What comes back. */
    String enter(String entry) {
        return said(entry, Transcript::shown);
    }

    /** What is printed, and what the outcome is shown as. */
    String said(String entry, Function<Outcome, String> shown) {
        if (file.isPresent() && ++entered % every == 0) {
            goOnFrom(file.get());
        }
        output.reset();
        if (entry.equals(":undo") || entry.equals(":redo")) {
            return (entry.equals(":undo") ? session.undo() : session.redo()).map(u -> u.text() + "\n").orElse("nothing\n");
        }
        if (entry.startsWith(":heap ")) {
            HeldObject held = session.holdersOf(entry.substring(":heap ".length()));
            return held.holders().map(h -> h.made().orElse("somewhere") + ": " + h.paths() + "\n").orElseGet(() -> shown.apply(held.outcome()));
        }
        Outcome outcome = session.evaluate(entry);
        boolean hasRun = outcome instanceof Outcome.Value || outcome instanceof Outcome.Done || outcome instanceof Outcome.Failed;
        if (backAndForth && hasRun) {
            session.undo().orElseThrow();
            session.redo().orElseThrow();
        }
        if (zigzag && (outcome instanceof Outcome.Value || outcome instanceof Outcome.Done)) {
            session.undo().orElseThrow();
            session.redo().orElseThrow();
            session.evaluate("class Zag { zig = [17, 4] } let zag: any = [new Zag()]; zag.forEach((z: any) => z.zig.push(1)); gc()");
            session.undo().orElseThrow();
        }
        return output.toString(StandardCharsets.UTF_8) + shown.apply(outcome);
    }

    private static String shown(Outcome outcome) {
        return switch (outcome) {
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
