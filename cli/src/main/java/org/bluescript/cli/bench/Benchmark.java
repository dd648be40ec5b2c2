package org.bluescript.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One benchmark program, by the conventions of jmh/programs/README.md.
 *
 * @param folder holds {@code NAME.bs} and {@code NAME.c}
 */
public record Benchmark(String name, Path folder, Variant variant) {
    /** In which form our side of a benchmark runs. */
    public enum Variant {
        /** With type annotations. */
        TYPED,
        /** The program without type annotations. */
        UNTYPED,
        /** The same, specialised to what the interpreter has seen in a run of it. */
        PROFILED,
        /** The same, as a generation of code that is installed while the program runs: with guards that count and jumps that can be switched. */
        TIERED
    }

    /** All benchmarks in a folder of such folders, by name. */
    public static List<Benchmark> in(Path programs) throws IOException {
        try (Stream<Path> folders = Files.list(programs)) {
            return folders
                    .map(folder -> new Benchmark(folder.getFileName().toString(), folder, Variant.TYPED))
                    .filter(benchmark -> Files.isRegularFile(benchmark.program()))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        }
    }

    /** The BlueScript program; prints one line, {@code NAME: ok RESULT}, if its result is right. */
    public Path program() {
        return (variant != Variant.TYPED ? folder.resolveSibling("untyped") : folder).resolve(name + ".bs");
    }

    /** The same benchmark in another form. */
    public Benchmark as(Variant other) {
        return new Benchmark(name, folder, other);
    }

    /** The same in C. */
    public Path twin() {
        return folder.resolve(name + ".c");
    }

    /** What twins share: {@code twin_support.c} and {@code twin.ld}. */
    Path common(String file) {
        return folder.resolveSibling(file);
    }
}
