package org.bluescript.cli;

import java.util.List;

/** Ends a command with a message for the user and an exit status; not a bug, so nobody wants its trace. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitStatus;
    private final transient List<String> help;

    private CommandException(int exitStatus, String message, List<String> help) {
        super(message, null, false, false);
        this.exitStatus = exitStatus;
        this.help = List.copyOf(help);
    }

    /** A file, tool, board, port or link is missing or failed; each line of {@code help} says what to do about it. */
    public static CommandException world(String message, String... help) {
        return new CommandException(ExitStatus.WORLD, message, List.of(help));
    }

    /** The user's program is the reason, but no place in it. */
    public static CommandException program(String message, String... help) {
        return new CommandException(ExitStatus.PROGRAM, message, List.of(help));
    }

    /** What the command line asks for makes no sense. */
    public static CommandException usage(String message, String... help) {
        return new CommandException(ExitStatus.USAGE, message, List.of(help));
    }

    public int exitStatus() {
        return exitStatus;
    }

    public List<String> help() {
        return help;
    }
}
