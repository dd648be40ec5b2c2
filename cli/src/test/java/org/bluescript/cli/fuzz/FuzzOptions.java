package org.bluescript.cli.fuzz;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the fuzzer is to do. */
final class FuzzOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Of the first program; the next ones count up. Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(names = "--count", paramLabel = "N", description = "Programs. Default: ${DEFAULT-VALUE}.")
    int count = 2000;

    @Option(names = "--save", paramLabel = "FOLDER", description = "Where to put programs that show a difference, made small.")
    Optional<Path> save = Optional.empty();

    @Option(names = "--attempts", paramLabel = "N", description = "To make such a program smaller. Default: ${DEFAULT-VALUE}.")
    int attempts = 1500;

    @Option(names = "--show", description = "Print the programs.")
    boolean show;

    @Option(names = "--statistics", description = "Say why the checker refused parts of programs, and how programs ended.")
    boolean statistics;
}
