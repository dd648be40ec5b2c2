package org.bluescript.backend.twins;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bluescript.backend.tools.ProgramRun;

/** {@code numbers.c} and the device's sources, built for this machine. */
final class NumbersProgram implements AutoCloseable {
    private static final List<String> SOURCES = List.of("library/angle.c", "library/exponential.c", "library/fixed.c",
            "library/hypotenuse.c", "library/inverse.c", "library/power.c", "library/random.c", "library/trigonometry.c",
            "library/format.c", "library/parse.c", "library/decimal.c", "library/remainder.c");

    private final Path executable;

    private NumbersProgram(Path executable) {
        this.executable = executable;
    }

    static NumbersProgram build() throws IOException {
        Path home = Path.of(System.getProperty("bluescript.home")).toAbsolutePath();
        Path executable = Files.createTempFile("numbers", "");
        List<String> command = new ArrayList<>(List.of("gcc", "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Wno-attributes",
                "-Werror", "-fwrapv", "-ffp-contract=off", "-msse2", "-mfpmath=sse", "-Iinclude", "-Icore", "-Iruntime",
                "-Ilibrary", home.resolve("native-backend/src/test/host/numbers.c").toString()));
        command.addAll(SOURCES);
        command.addAll(List.of("-lm", "-o", executable.toString()));
        ProgramRun run = ProgramRun.of(command, home.resolve("mcu-runtime"), "", Duration.ofMinutes(2));
        if (run.status() != 0) {
            throw new IllegalStateException(run.errors());
        }
        return new NumbersProgram(executable);
    }

    /** What the program writes for this input. */
    byte[] apply(String function, byte[] input) throws IOException {
        Process process = new ProcessBuilder(executable.toString(), function)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        CompletableFuture<Void> fed = CompletableFuture.runAsync(() -> feed(process.getOutputStream(), input));
        byte[] output = process.getInputStream().readAllBytes();
        fed.join();
        return output;
    }

    private static void feed(OutputStream stream, byte[] input) {
        try (stream) {
            stream.write(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(executable);
    }
}
