package org.bluescript.link.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.link.LinkException;

/**
 * Finds the emulator and the first of a board's machines that it has.
 *
 * <p>Asking the emulator costs some 20 ms, so its answer is kept in a file, under a name that changes with the
 * emulator. That the file cannot be written does not matter.
 */
final class MachineChooser {
    private final Path cache;

    /** @param cache a folder, which need not exist */
    MachineChooser(Path cache) {
        this.cache = cache;
    }

    static MachineChooser inUserCache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return new MachineChooser(base.resolve("bluescript"));
    }

    String choose(Board.Emulator emulator, String path) {
        Path command = find(emulator, path);
        List<String> available = machines(command);
        for (String machine : emulator.machines()) {
            if (available.contains(machine)) {
                return machine;
            }
        }
        throw new LinkException.EmulatorMissing(
                "%s has none of the machines %s".formatted(command, String.join(", ", emulator.machines())),
                "install a newer one");
    }

    /** The emulator's executable, along the directories of {@code path}. */
    static Path find(Board.Emulator emulator, String path) {
        for (String directory : path.split(":")) {
            Path candidate = Path.of(directory.isEmpty() ? "." : directory, emulator.command());
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate.toAbsolutePath();
            }
        }
        throw new LinkException.EmulatorMissing(
                "%s is not installed".formatted(emulator.command()),
                "install it: sudo apt-get install " + emulator.installedBy());
    }

    private List<String> machines(Path command) {
        Optional<Path> kept = cacheFile(command);
        if (kept.isPresent() && Files.isRegularFile(kept.get())) {
            try {
                return Files.readAllLines(kept.get());
            } catch (IOException e) {
                // Then ask.
            }
        }
        List<String> machines = ask(command);
        kept.ifPresent(file -> keep(file, machines));
        return machines;
    }

    private Optional<Path> cacheFile(Path command) {
        try {
            Path real = command.toRealPath();
            String name = "machines-%s-%x-%x".formatted(real.getFileName(), Files.size(real),
                    Files.getLastModifiedTime(real).toMillis());
            return Optional.of(cache.resolve(name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void keep(Path file, List<String> machines) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "machines", ".part");
            Files.write(part, machines);
            Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The next start asks again.
        }
    }

    private static List<String> ask(Path command) {
        try {
            Process process = new ProcessBuilder(command.toString(), "-M", "help").redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LinkException.EmulatorFailed(command + " -M help", said);
            }
            List<String> machines = new ArrayList<>();
            said.lines().filter(line -> !line.isBlank()).forEach(line -> machines.add(line.split("\\s+", 2)[0]));
            return machines;
        } catch (IOException e) {
            throw new LinkException.EmulatorFailed(command + " -M help", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException.Interrupted();
        }
    }
}
