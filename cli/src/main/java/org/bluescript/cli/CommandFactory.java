package org.bluescript.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the subcommands and gives each what it needs. A switch rather than reflection: every command is named here. */
final class CommandFactory implements IFactory {
    private final Console console;
    private final Interrupts interrupts;

    CommandFactory(Console console, Interrupts interrupts) {
        this.console = console;
        this.interrupts = interrupts;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Object made = switch (type.getSimpleName()) {
            case "RunCommand" -> new RunCommand(console, interrupts);
            case "EvalCommand" -> new EvalCommand(console, interrupts);
            case "CheckCommand" -> new CheckCommand(console);
            case "BoardsCommand" -> new BoardsCommand(console);
            case "DoctorCommand" -> new DoctorCommand(console);
            case "BenchCommand" -> new BenchCommand(console);
            default -> CommandLine.defaultFactory().create(type);
        };
        return type.cast(made);
    }
}
