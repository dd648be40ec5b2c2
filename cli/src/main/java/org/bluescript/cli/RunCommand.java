package org.bluescript.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bluescript run FILE}. */
@Command(name = "run", description = "Compile a program and run it on a board.", sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final Console console;
    private final Interrupts interrupts;

    @Mixin
    private RunOptions options;

    RunCommand(Console console, Interrupts interrupts) {
        this.console = console;
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws Exception {
        if (options.file == null) {
            throw CommandException.usage("no FILE to run", "see bluescript run --help");
        }
        return new ProgramRunner(console, interrupts, options).run();
    }
}
