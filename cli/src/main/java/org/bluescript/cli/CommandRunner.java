package org.bluescript.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.link.LinkException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line: parses it, and turns whatever is thrown into a message and an exit status. */
public final class CommandRunner {
    private CommandRunner() {}

    /** Runs the command and returns its exit status. Writes only to {@code console}; never ends the process. */
    public static int run(Console console, Interrupts interrupts, String... arguments) {
        CommandLine commands = new CommandLine(new RootCommand(console, interrupts), new CommandFactory(console, interrupts));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpWidth(100);
        commands.setParameterExceptionHandler((failure, given) -> reportUsage(console, failure));
        commands.setExecutionExceptionHandler((failure, command, parsed) -> report(console, failure, parsed));
        commands.setExecutionStrategy(CommandRunner::execute);
        StringWriter help = new StringWriter();
        commands.setOut(new PrintWriter(help));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(console.coloredOutput() ? Ansi.ON : Ansi.OFF));
        try {
            int status = commands.execute(arguments);
            console.write(help.toString());
            console.flush();
            return status;
        } catch (Console.BrokenPipe e) {
            return ExitStatus.BROKEN_PIPE;
        } catch (CommandException e) {
            console.error(e.getMessage(), e.help());
            return e.exitStatus();
        }
    }

    /** Options before a command would be those of {@code bluescript FILE} and would be lost. */
    private static int execute(ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.matchedOptions().isEmpty()) {
            String option = parsed.matchedOptions().getFirst().longestName();
            String command = parsed.subcommand().commandSpec().name();
            throw new ParameterException(parsed.commandSpec().commandLine(),
                    "%s must stand behind the command: bluescript %s %s".formatted(option, command, option));
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int reportUsage(Console console, ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String message = failure.getMessage();
        List<String> help = List.of("see " + command.getCommandSpec().qualifiedName() + " --help");
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                help = List.of("did you mean " + String.join(" or ", suggestions) + "?", help.getFirst());
            }
        }
        console.error(lowerCaseStart(message), help);
        return ExitStatus.USAGE;
    }

    private static int report(Console console, Exception failure, ParseResult parsed) {
        return switch (failure) {
            case CommandException expected -> {
                console.error(expected.getMessage(), expected.help());
                yield expected.exitStatus();
            }
            case Console.BrokenPipe _ -> ExitStatus.BROKEN_PIPE;
            case LinkException link -> {
                console.error(link.getMessage(), List.of(link.nextStep()));
                yield ExitStatus.WORLD;
            }
            case ToolchainException tool -> {
                console.error(tool.getMessage(), List.of("see what is installed: bluescript doctor"));
                yield ExitStatus.WORLD;
            }
            default -> {
                console.error("internal error: " + failure, List.of("this is a bug in BlueScript; -v shows where"));
                if (isVerbose(parsed)) {
                    StringWriter trace = new StringWriter();
                    failure.printStackTrace(new PrintWriter(trace));
                    console.note(trace.toString());
                }
                yield ExitStatus.BUG;
            }
        };
    }

    private static boolean isVerbose(ParseResult parsed) {
        for (ParseResult level = parsed; level != null; level = level.subcommand()) {
            if (level.hasMatchedOption("-v")) {
                return true;
            }
        }
        return false;
    }

    private static String lowerCaseStart(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
