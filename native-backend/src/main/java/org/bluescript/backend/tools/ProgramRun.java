package org.bluescript.backend.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The result of a program that has ended by itself. Output as text, both streams apart. */
public record ProgramRun(int status, String output, String errors) {
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    /**
     * Starts a program, gives it {@code input}, and waits for its end.
     *
     * @throws ToolchainException if it cannot be started or does not end within {@code limit}; it has been stopped then
     */
    public static ProgramRun of(List<String> command, Path folder, String input, Duration limit) {
        Process process = start(command, folder);
        CompletableFuture<String> output = read(process.getInputStream());
        CompletableFuture<String> errors = read(process.getErrorStream());
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // The program has ended without reading all of it; its status says whether that is an error.
        }
        awaitEnd(process, command.getFirst(), limit);
        return new ProgramRun(process.exitValue(), output.join(), errors.join());
    }

    /** Starts a program that speaks English. */
    private static Process start(List<String> command, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        speakEnglish(builder);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ToolchainException(new ToolchainProblem.Unusable(command.getFirst(), e.getMessage()));
        }
    }

    /** Messages are parsed: they must not be translated, and quotes must be plain. */
    public static void speakEnglish(ProcessBuilder builder) {
        builder.environment().put("LC_ALL", "C");
    }

    /** Reads a stream to its end, in the background. */
    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, THREADS);
    }

    /**
     * Waits until a process has ended.
     *
     * @throws ToolchainException if it takes longer or the thread is interrupted; the process has been stopped then
     */
    public static void awaitEnd(Process process, String name, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new ToolchainException(new ToolchainProblem.TimedOut(name, limit));
    }
}
