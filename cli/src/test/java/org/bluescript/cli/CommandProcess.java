package org.bluescript.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, for what cannot be seen from inside: signals, closed pipes, the exit status. */
final class CommandProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path errors;
    private final BufferedReader output;

    private CommandProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts the command as a terminal would. Tests that a shell runs in the background inherit that Ctrl-C is ignored, and so
     * would the command: the JVM leaves an ignored signal alone.
     */
    static CommandProcess start(String... arguments) throws IOException {
        Path errors = Files.createTempFile("bluescript-test", ".txt");
        List<String> command = new ArrayList<>(List.of(
                "env", "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dbluescript.home=" + Installation.home(),
                "-cp", System.getProperty("java.class.path"),
                "org.bluescript.cli.Main"));
        command.addAll(List.of(arguments));
        return new CommandProcess(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** The next line of standard output; waits for it. Null when there are no more. */
    String readLine() throws IOException {
        return output.readLine();
    }

    /** Nobody reads standard output any more. */
    void closeOutput() throws IOException {
        output.close();
    }

    /** What Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).inheritIO().start().waitFor();
    }

    int waitForExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the command did not end");
        }
        return process.exitValue();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(errors);
    }
}
