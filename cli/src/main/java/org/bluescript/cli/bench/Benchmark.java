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
public record Benchmark(String name, Path folder) {
    /** All benchmarks in a folder of such folders, by name. */
    public static List<Benchmark> in(Path programs) throws IOException {
        try (Stream<Path> folders = Files.list(programs)) {
            return folders
                    .map(folder -> new Benchmark(folder.getFileName().toString(), folder))
                    .filter(benchmark -> Files.isRegularFile(benchmark.program(Variant.TYPED)))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        }
    }

    /** The BlueScript program; prints one line, {@code NAME: ok RESULT}, if its result is right. */
    public Path program(Variant variant) {
        return (variant == Variant.TYPED ? folder : folder.resolveSibling("untyped")).resolve(name + ".bs");
    }

    /** Whether this is what the program prints if its result is right. */
    public boolean isRight(String printed) {
        return printed.startsWith(name + ": ok");
    }

    /** The same in C. */
    public Path twin() {
        return folder.resolve(name + ".c");
    }

    /** The same for MicroPython. */
    public Path python() {
        return folder.resolveSibling("python").resolve(name + ".py");
    }

    /** The same for Espruino. */
    public Path javaScript() {
        return folder.resolveSibling("javascript").resolve(name + ".js");
    }

    /** What twins share: {@code twin_support.c} and {@code twin.ld}. */
    Path common(String file) {
        return folder.resolveSibling(file);
    }
}
