package org.bluescript.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bluescript}: runs a file like {@code bluescript run}, or shows help. */
@Command(
        name = "bluescript",
        header = "BlueScript: a typed subset of TypeScript that runs natively on microcontrollers.",
        description = {"", "Without a command, FILE is run. Without FILE, what is typed is evaluated line by line.", ""},
        subcommands = {RunCommand.class, EvalCommand.class, CheckCommand.class, BoardsCommand.class, DoctorCommand.class, BenchCommand.class},
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well",
            "1:the program has mistakes, or ended with an error",
            "2:the command line makes no sense",
            "3:a file, tool, board, port or link is missing or failed",
            "70:a bug in BlueScript",
            "130:interrupted (Ctrl-C)",
            "141:nobody reads the output any more"
        },
        sortOptions = false)
final class RootCommand implements Callable<Integer> {
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"bluescript " + (version == null ? "(unpackaged)" : version)};
        }
    }

    /** The options that mean something where there is no file to run. */
    private static final Set<String> OF_SESSIONS = Set.of("--board", "--port");

    private final Console console;
    private final Interrupts interrupts;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version and exit.")
    private boolean version;

    RootCommand(Console console, Interrupts interrupts) {
        this.console = console;
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws Exception {
        if (options.file == null && OF_SESSIONS.containsAll(spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .toList())) {
            return console.inputIsTerminal() && console.outputIsTerminal()
                    ? new Prompt(console, interrupts, options.device).run()
                    : new Evaluation(console, interrupts, options.device, false).ofStatements();
        }
        if (options.file == null) {
            throw CommandException.usage("no FILE to run", "see bluescript --help");
        }
        return new ProgramRunner(console, interrupts, options).run();
    }
}
