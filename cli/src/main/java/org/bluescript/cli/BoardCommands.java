package org.bluescript.cli;

import java.util.List;
import java.util.Optional;

import org.bluescript.cli.session.LineBoard;
import org.bluescript.language.interpreter.SessionBoard;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.typed.TypedFunction;

/** The prompt's commands that are about the board and what runs there. */
final class BoardCommands {
    private static final String DEVICE = "device";
    private static final String HOST = "host";

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
        boolean isChange = words.length > 1 && (where.equals(DEVICE) || where.equals(HOST));
        String name = isChange ? argument.strip().substring(0, argument.strip().length() - where.length()).strip() : argument.strip();
        Optional<TypedFunction> function = function(name);
        if (function.isEmpty()) {
            return;
        }
        if (isChange) {
            change(name, function.get(), where.equals(DEVICE));
        } else {
            boolean isOnBoard = prompt.session().isOnBoard(function.get());
            String reason = function.get().deviceBound() ? ", because it contains inline C" : isOnBoard ? ", because you want it so" : "";
            console.printLine("  " + name + " runs on " + (isOnBoard ? "the board" : "this computer") + reason);
        }
    }

    private void change(String name, TypedFunction function, boolean onBoard) {
        if (prompt.board().isEmpty()) {
            reportNoBoard();
        } else if (function.deviceBound() && !onBoard) {
            console.error("\"" + name + "\" contains inline C, which runs only on a board", List.of());
        } else {
            prompt.session().want(function, onBoard);
        }
    }

    private Optional<TypedFunction> function(String name) {
        Optional<TypedFunction> function = prompt.session().function(name);
        if (function.isEmpty()) {
            console.error("there is no function \"" + name + "\"", List.of("methods are called Class.method, see :names"));
        }
        return function;
    }
}
