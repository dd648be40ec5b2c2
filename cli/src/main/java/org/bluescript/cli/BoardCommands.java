package org.bluescript.cli;

import java.util.List;
import java.util.Optional;

import org.bluescript.cli.session.LineBoard;
import org.bluescript.language.interpreter.SessionBoard;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.session.SeenProgram;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.profiler.report.RunTable;
import org.bluescript.profiler.report.TableStyle;

/** The prompt's commands that are about the board and what runs there. */
final class BoardCommands {
    private static final String DEVICE = "device";
    private static final String HOST = "host";
    private static final String AUTOMATIC = "auto";

    private final Console console;
    private final Prompt prompt;

    BoardCommands(Console console, Prompt prompt) {
        this.console = console;
        this.prompt = prompt;
    }

    void show() {
        Optional<LineBoard> board = prompt.board();
        if (board.isEmpty()) {
            reportNoBoard();
        } else {
            board.get().description().forEach(line -> console.printLine("  " + line));
        }
    }

    private void reportNoBoard() {
        console.error("there is no firmware for a board", List.of("build it: mvn -pl mcu-runtime compile"));
    }

    void code(String name) {
        Optional<TypedFunction> function = function(name);
        if (function.isEmpty()) {
            return;
        }
        try {
            Optional<SessionBoard.Compiled> compiled = prompt.session().codeOf(function.get());
            if (compiled.isEmpty()) {
                console.printLine("  " + name + " runs on this computer only; \":tier " + name + " device\" has it compiled");
            } else {
                print(compiled.get(), function.get());
            }
        } catch (DeviceUnavailable e) {
            console.error(e.getMessage(), List.of());
        }
    }

    private void print(SessionBoard.Compiled compiled, TypedFunction function) {
        switch (compiled) {
            case SessionBoard.Mistaken mistaken -> mistaken.mistakes().forEach(d -> console.error(d.message(), List.of()));
            case SessionBoard.Code code -> {
                (code.c(function.id()) + code.instructions(function.id())).lines().forEach(console::printLine);
            }
        }
    }

    void tier(String argument) {
        String[] words = argument.strip().split("\\s+");
        String where = words[words.length - 1];
        boolean isChange = words.length > 1 && List.of(DEVICE, HOST, AUTOMATIC).contains(where);
        String name = isChange ? argument.strip().substring(0, argument.strip().length() - where.length()).strip() : argument.strip();
        Optional<TypedFunction> function = function(name);
        if (function.isEmpty()) {
            return;
        }
        if (isChange) {
            change(name, function.get(), where);
        } else {
            console.printLine("  " + name + " " + SessionReport.place(prompt.session().whereabouts(function.get())));
        }
    }

    private void change(String name, TypedFunction function, String where) {
        if (prompt.board().isEmpty()) {
            reportNoBoard();
        } else if (function.deviceBound() && where.equals(HOST)) {
            console.error("\"" + name + "\" contains inline C, which runs only on a board", List.of());
        } else {
            prompt.session().want(function, where.equals(AUTOMATIC) ? Optional.empty() : Optional.of(where.equals(DEVICE)));
        }
    }

    /** What is known of all functions, or of the one with a name. */
    void profile(String argument) {
        String name = argument.strip();
        Optional<FunctionId> function = name.isEmpty() ? Optional.empty() : function(name).map(TypedFunction::id);
        if (!name.isEmpty() && function.isEmpty()) {
            return;
        }
        SeenProgram seen = prompt.session().seen();
        String table = new SessionReport(seen).table(function, RunTable.WIDEST, console.coloredOutput() ? TableStyle.COLOURED : TableStyle.PLAIN);
        table.lines().forEach(console::printLine);
    }

    private Optional<TypedFunction> function(String name) {
        Optional<TypedFunction> function = prompt.session().function(name);
        if (function.isEmpty()) {
            console.error("there is no function \"" + name + "\"", List.of("methods are called Class.method, see :names"));
        }
        return function;
    }
}
