package org.bluescript.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.bluescript.cli.prompt.CodeCompleter;
import org.bluescript.cli.prompt.CodeHighlighter;
import org.bluescript.cli.prompt.CodeParser;
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
    private Session session;

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
        LineReader now = reader;
        if (now != null && now.isReading()) {
            now.printAbove(text);
        } else {
            console.note(text);
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

    Session session() {
        return session;
    }

    /** Forgets everything. */
    void reset() throws IOException {
        session.close();
        session = open(opening);
    }

    /** Goes on with a session that was kept. Gives what hinders that; the session goes on then. */
    Optional<String> restore(SavedSession saved) throws IOException {
        SessionOpening another = new SessionOpening(board, this::tell);
        Session restored = open(another);
        try {
            restored.restore(saved);
        } catch (UnreadableSession e) {
            restored.close();
            another.close();
            return Optional.of(e.getMessage());
        }
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
        return opening.open(output.stream(false), toError);
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
