package org.bluescript.backend.tools;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that must be installed besides Java, and whether it is. One entry for each {@link Program}. */
public record Toolchain(List<FoundProgram> programs) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    public Toolchain {
        programs = List.copyOf(programs);
    }

    /** Looks along PATH, and asks what it finds for its version. Never fails. */
    public static Toolchain find() {
        return find(searchPath());
    }

    /** Looks in the folders of {@code path}. */
    public static Toolchain find(String path) {
        return new Toolchain(Stream.of(Program.values()).map(program -> find(program, path)).toList());
    }

    /** The environment variable PATH. */
    public static String searchPath() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }

    public boolean isComplete() {
        return programs.stream().allMatch(FoundProgram::isUsable);
    }

    public List<FoundProgram> missing() {
        return programs.stream().filter(program -> !program.isUsable()).toList();
    }

    private static FoundProgram find(Program program, String path) {
        Optional<Path> found = program.find(path);
        return new FoundProgram(program, found, found.flatMap(Toolchain::version));
    }

    private static Optional<String> version(Path program) {
        try {
            ProgramRun run = ProgramRun.of(List.of(program.toString(), "--version"), Path.of("").toAbsolutePath(), "",
                    LIMIT);
            return run.status() == 0 ? run.output().lines().findFirst() : Optional.empty();
        } catch (ToolchainException _) {
            return Optional.empty();
        }
    }
}
