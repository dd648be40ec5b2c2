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
 * @param isUntyped whether the program is the one without type annotations
 */
public record Benchmark(String name, Path folder, boolean isUntyped) {
    /** All benchmarks in a folder of such folders, by name. */
    public static List<Benchmark> in(Path programs) throws IOException {
        try (Stream<Path> folders = Files.list(programs)) {
            return folders
                    .map(folder -> new Benchmark(folder.getFileName().toString(), folder, false))
                    .filter(benchmark -> Files.isRegularFile(benchmark.program()))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        }
    }

    /** The BlueScript program; prints one line, {@code NAME: ok RESULT}, if its result is right. */
    public Path program() {
        return (isUntyped ? folder.resolveSibling("untyped") : folder).resolve(name + ".bs");
    }

    /** The same benchmark with the program that has no type annotations. */
    public Benchmark untyped() {
        return new Benchmark(name, folder, true);
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
