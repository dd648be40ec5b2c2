package org.bluescript.cli;

import picocli.CommandLine.Option;

/** The options of every command. */
final class GlobalOptions {
    @Option(names = {"-v", "--verbose"}, description = "Say what is done and how long it takes; show traces of bugs.")
    boolean verbose;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto",
            description = "Colour messages: auto (on a terminal, unless NO_COLOR is set), always or never.")
    Console.Color color;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    boolean help;
}
