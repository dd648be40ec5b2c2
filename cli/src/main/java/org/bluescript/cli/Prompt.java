package org.bluescript.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.bluescript.cli.prompt.CodeCompleter;
import org.bluescript.cli.prompt.CodeHighlighter;
import org.bluescript.cli.prompt.CodeParser;
import org.bluescript.cli.prompt.FileChanges;
import org.bluescript.cli.prompt.OutputAbove;
import org.bluescript.cli.prompt.WatchedFile;
import org.bluescript.cli.session.LineBoard;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.session.SavedSession;
import org.bluescript.language.session.Session;
import org.bluescript.language.session.UnreadableSession;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The interactive prompt: reads what is typed, as many lines as the grammar wants, evaluates it, and shows what came of it. */
final class Prompt {
    private static final Size USUAL_SIZE = new Size(80, 24);

    private final Console console;
    private final Interrupts interrupts;
    private final PromptCommands commands;
    private final OutcomeReport report;
    private final BoardOptions board;
    private SessionOpening opening;
    private volatile LineReader reader;
    private volatile Session session;
    private Optional<WatchedFile> watched = Optional.empty();

    Prompt(Console console, Interrupts interrupts, BoardOptions board) {
        this.board = board;
        this.opening = new SessionOpening(board, this::tell);
        this.console = console;
        this.interrupts = interrupts;
        this.commands = new PromptCommands(console, this);
        this.report = new OutcomeReport(console, true);
    }

    /** Gives the exit status, when the user has had enough. */
    int run() throws IOException {
        session = open(opening);
        try (Terminal terminal = TerminalBuilder.builder().name("bluescript").system(true).build()) {
            if (terminal.getWidth() == 0) {
                terminal.setSize(USUAL_SIZE); // a pseudo-terminal that nobody has told
            }
            reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("bluescript")
                    .parser(new CodeParser())
                    .highlighter(new CodeHighlighter(console.coloredOutput()))
                    .completer(new CodeCompleter(() -> session, commands.names()))
                    .variable(LineReader.HISTORY_FILE, historyFile())
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, "| ")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            console.printLine("BlueScript. :help tells what there is, Ctrl-D ends.");
            opening.board().ifPresent(LineBoard::start);
            while (!commands.isEnding()) {
                if (!readAndEvaluate(terminal)) {
                    break;
                }
            }
        } finally {
            session.close();
            opening.close();
        }
        return ExitStatus.OK;
    }

    /** False at the end of what is typed. */
    private boolean readAndEvaluate(Terminal terminal) throws IOException {
        String text;
        try {
            text = reader.readLine("> ");
        } catch (UserInterruptException dropped) {
            session.interrupt(); // what a file that is watched has begun
            return true;
        } catch (EndOfFileException end) {
            return false;
        }
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, s -> session.interrupt());
        try {
            if (text.startsWith(":")) {
                commands.run(text.strip());
            } else if (!text.isBlank()) {
                evaluate(text);
            }
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
        return true;
    }

    /** Says something that nobody has asked for, without breaking the line that is being typed. Any thread may do that. */
    private void tell(String text) {
        if (!isShownAbove(text)) {
            console.note(text);
        }
    }

    /** Shows a text above the line that is being typed; false if none is. */
    private boolean isShownAbove(String text) {
        LineReader now = reader;
        boolean isTyping = now != null && now.isReading();
        if (isTyping) {
            now.printAbove(text);
        }
        return isTyping;
    }

    /**
     * Evaluates what is new in a file, and goes on to do so whenever the file changes. What is in other files that were watched is no
     * longer looked at.
     */
    void watch(Path file) throws IOException {
        unwatch();
        FileChanges changes = new FileChanges();
        String text = Files.readString(file);
        reload(file, changes, text, true);
        watched = Optional.of(WatchedFile.of(file, text, now -> reload(file, changes, now, false)));
    }

    /** False if there was none. */
    boolean unwatch() {
        boolean was = watched.isPresent();
        watched.ifPresent(WatchedFile::close);
        watched = Optional.empty();
        return was;
    }

    private void reload(Path file, FileChanges changes, String text, boolean isAsked) {
        String changed = changes.of(StatementReader.pieces(text));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Outcome outcome = changed.isBlank() ? new Outcome.Done() : session.evaluate(changed);
        new OutcomeReport(Console.of(OutputStream.nullOutputStream(), said), true).print(outcome);
        boolean isTaken = OutcomeReport.status(outcome) == ExitStatus.OK;
        if (isTaken) {
            changes.take();
        }
        String news = said.toString(StandardCharsets.UTF_8).stripTrailing();
        String verdict = !isTaken ? ": not taken over" : isAsked ? "" : changed.isBlank() ? ": nothing to do" : ": taken over";
        if (!verdict.isEmpty()) {
            tell((news.isEmpty() ? "" : news + "\n") + file + verdict);
        }
    }

    /** Evaluates a text and shows what came of it. */
    Outcome evaluate(String text) {
        interrupts.onInterrupt(() -> {
            session.interrupt();
            return true;
        });
        Outcome outcome = session.evaluate(text);
        interrupts.onInterrupt(null);
        report.print(outcome);
        return outcome;
    }

    void report(Outcome outcome) {
        report.print(outcome);
    }

    Session session() {
        return session;
    }

    Optional<LineBoard> board() {
        return opening.board();
    }

    /** Forgets everything. */
    void reset() throws IOException {
        unwatch();
        session.close();
        session = open(opening);
        opening.board().ifPresent(LineBoard::start);
    }

    /** Goes on with a session that was kept. Gives what hinders that; the session goes on then. */
    Optional<String> restore(SavedSession saved) throws IOException {
        SessionOpening another = new SessionOpening(board, this::tell);
        Session restored = open(another);
        try {
            SessionKeeping.restore(restored, saved);
        } catch (UnreadableSession e) {
            restored.close();
            another.close();
            return Optional.of(e.getMessage());
        }
        unwatch();
        session.close();
        opening.close();
        session = restored;
        opening = another;
        opening.board().ifPresent(LineBoard::start);
        return Optional.empty();
    }

    private Session open(SessionOpening opening) throws IOException {
        ProgramOutput output = new ProgramOutput(console, Phases.silent());
        OutputStream toError = output.stream(true);
        return opening.open(new OutputAbove(output.stream(false), this::isShownAbove), new OutputAbove(toError, this::isShownAbove));
    }

    /** As the XDG base directory specification has it. */
    private static Path historyFile() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        Path file = folder.resolve("bluescript").resolve("history");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            return Path.of(System.getProperty("java.io.tmpdir"), "bluescript-history");
        }
        return file;
    }
}
