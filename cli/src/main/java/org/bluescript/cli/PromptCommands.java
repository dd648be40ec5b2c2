package org.bluescript.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.session.HeapCensus;
import org.bluescript.language.session.HeldObject;
import org.bluescript.language.session.Holders;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.session.SavedSession;
import org.bluescript.language.session.SessionFile;
import org.bluescript.language.session.UnreadableSession;
import org.bluescript.language.session.Undoable;

/** The prompt's commands, which begin with a colon. */
final class PromptCommands {
    private static final int MOST_KINDS = 20;
    private static final int MOST_NAMES = 3;

    private final Console console;
    private final Prompt prompt;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private boolean ending;

    private interface Action {
        void run(String argument) throws IOException;
    }

    /** @param argument what stands behind the name, as help calls it; empty if nothing does */
    private record Command(String argument, String help, Action action) {
        boolean isOptional() {
            return argument.startsWith("[");
        }
    }

    PromptCommands(Console console, Prompt prompt) {
        this.console = console;
        this.prompt = prompt;
        add(":help", "", "show this", a -> help());
        add(":type", "EXPRESSION", "show the type of an expression, without evaluating it", this::type);
        add(":names", "", "list what is declared", a -> listNames());
        add(":heap", "[EXPRESSION]", "count the objects in memory, or tell who holds an object", this::heap);
        add(":mem", "", "show how much memory is used and free", a -> memory());
        add(":time", "STATEMENTS", "evaluate, and show how long that took", this::time);
        add(":undo", "", "take back what the last line did", a -> undo());
        add(":redo", "", "do again what was taken back", a -> redo());
        add(":save", "FILE", "keep the session in a file", this::save);
        add(":restore", "FILE", "go on with a session that was kept", this::restore);
        BoardCommands board = new BoardCommands(console, prompt);
        add(":board", "", "show which board there is, and its connection", a -> board.show());
        add(":code", "FUNCTION", "show the code that the board has of a function", board::code);
        add(":tier", "FUNCTION", "show where a function runs and why; with device, host or auto behind it, change that", board::tier);
        add(":profile", "[FUNCTION]", "show what functions and loops did: where, how often, with which types", board::profile);
        add(":load", "FILE", "evaluate the statements in a file", this::load);
        add(":watch", "FILE", "evaluate a file, and what is new in it whenever it changes", this::watch);
        add(":unwatch", "", "stop watching", a -> unwatch());
        add(":reset", "", "forget everything", a -> prompt.reset());
        add(":quit", "", "end the session, as Ctrl-D does", a -> ending = true);
    }

    private void add(String name, String argument, String help, Action action) {
        commands.put(name, new Command(argument, help, action));
    }

    List<String> names() {
        return new ArrayList<>(commands.keySet());
    }

    /** Whether the user wants to end the session. */
    boolean isEnding() {
        return ending;
    }

    /** Does what the line says, which begins with a colon. */
    void run(String line) throws IOException {
        String[] parts = line.split("\\s+", 2);
        String argument = parts.length > 1 ? parts[1] : "";
        Command command = commands.get(parts[0]);
        if (command == null) {
            console.error("there is no command " + parts[0], List.of("see :help"));
        } else if (!command.isOptional() && command.argument().isEmpty() != argument.isEmpty()) {
            console.error(
                    command.argument().isEmpty() ? parts[0] + " takes nothing" : parts[0] + " needs " + command.argument(),
                    List.of("see :help"));
        } else {
            command.action().run(argument);
        }
    }

    private void help() {
        commands.forEach((name, command) -> console.printLine(
                "  %-18s %s".formatted((name + " " + command.argument()).strip(), command.help())));
        console.printLine("  Everything else is BlueScript. _ is the last value, Tab completes, Ctrl-R searches what was typed,");
        console.printLine("  Ctrl-C stops what runs.");
    }

    private void type(String expression) {
        Optional<String> type = prompt.session().typeOf(expression);
        type.ifPresentOrElse(
                console::printLine, () -> console.error("this is no expression with a value", List.of()));
    }

    private void listNames() {
        prompt.session().names().forEach((name, kind) -> console.printLine("  " + kind + " " + name));
    }


    private void heap(String expression) {
        if (!expression.isEmpty()) {
            holders(expression);
            return;
        }
        HeapCensus census = prompt.session().census();
        console.printLine("     bytes  objects");
        census.kinds().stream().limit(MOST_KINDS).forEach(k ->
                console.printLine("  %8d %8d  %s".formatted(k.bytes(), k.objects(), k.name())));
    }

    private void holders(String expression) {
        HeldObject held = prompt.session().holdersOf(expression);
        if (!(held.outcome() instanceof Outcome.Value value)) {
            prompt.report(held.outcome());
        } else if (held.holders().isEmpty()) {
            console.error("this is no object: " + value.text(), List.of());
        } else {
            Holders holders = held.holders().get();
            console.printLine("  " + value.text() + holders.made().map(m -> ", made at " + m).orElse(""));
            holders.paths().stream().limit(MOST_KINDS).forEach(p -> console.printLine("  held by " + p));
            int more = holders.paths().size() - MOST_KINDS;
            if (more > 0 || holders.paths().isEmpty()) {
                console.printLine(more > 0 ? "  and " + more + " more" : "  held by nothing but this line");
            }
        }
    }

    private void memory() {
        HeapCensus census = prompt.session().census();
        console.printLine("  %d bytes used, %d free".formatted(census.used(), census.free()));
    }

    private void undo() {
        show(prompt.session().undo(), "taken back: ", "; what it printed remains", "stays", "there is nothing to take back");
    }

    private void redo() {
        show(prompt.session().redo(), "done again: ", "; what it printed is not repeated", "is not done again", "there is nothing to do again");
    }

    private void show(Optional<Undoable> line, String what, String ofOutput, String ofEffects, String none) {
        line.ifPresentOrElse(
                l -> console.printLine(what + l.beginning() + (l.hasSpoken() ? ofOutput : "") + effects(l, ofEffects)),
                () -> console.error(none, List.of()));
    }

    /** Memory is as it was; pins and the like are not. */
    private static String effects(Undoable line, String whatBecameOfThem) {
        List<String> names = line.onBoard();
        if (names.isEmpty()) {
            return "";
        }
        int shown = Math.min(names.size(), MOST_NAMES);
        List<String> first = names.subList(0, shown);
        String last = shown < names.size() ? (names.size() - shown) + " more" : first.getLast();
        List<String> before = shown < names.size() ? first : first.subList(0, shown - 1);
        String all = before.isEmpty() ? last : String.join(", ", before) + " and " + last;
        return "; what " + all + " did outside of memory " + whatBecameOfThem;
    }

    private void watch(String file) {
        try {
            prompt.watch(Path.of(file));
        } catch (IOException e) {
            console.error("\"" + file + "\" cannot be read: " + reason(e), List.of());
        }
    }

    private void unwatch() {
        if (!prompt.unwatch()) {
            console.error("no file is watched", List.of());
        }
    }

    private void save(String file) {
        try {
            SessionKeeping.save(prompt.session(), Path.of(file));
        } catch (IOException e) {
            console.error("\"" + file + "\" cannot be written: " + reason(e), List.of());
        }
    }

    private void restore(String file) throws IOException {
        SavedSession saved;
        try {
            saved = SessionFile.read(Path.of(file));
        } catch (UnreadableSession e) {
            refuse(file, e.getMessage());
            return;
        } catch (IOException e) {
            console.error("\"" + file + "\" cannot be read: " + reason(e), List.of());
            return;
        }
        prompt.restore(saved).ifPresent(reason -> refuse(file, reason));
    }

    private void refuse(String file, String reason) {
        console.error("\"" + file + "\" cannot be restored: " + reason, List.of("this session goes on as it was"));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException n -> "there is no such file or folder";
            case AccessDeniedException d -> "that is not permitted";
            default -> e.getMessage();
        };
    }

    private void time(String text) {
        long start = System.nanoTime();
        prompt.evaluate(text);
        console.printLine("  %.3f ms".formatted((System.nanoTime() - start) / 1e6));
    }

    private void load(String file) throws IOException {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            console.error("there is no file \"" + file + "\" to read", List.of());
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            StatementReader statements = new StatementReader(reader);
            for (Optional<String> text = statements.next(); text.isPresent(); text = statements.next()) {
                Outcome outcome = prompt.evaluate(text.get());
                if (OutcomeReport.status(outcome) != ExitStatus.OK) {
                    return;
                }
            }
        }
    }
}
