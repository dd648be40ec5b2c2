package org.bluescript.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bluescript.backend.compile.CSource;

/** The C files in {@code src/test/c}: together they hold every construct that the lower half of the backend meets. */
public final class Corpus {
    private static final Path FOLDER =
            Path.of(System.getProperty("bluescript.home")).resolve("native-backend/src/test/c");

    private Corpus() {}

    public static Stream<CSource> sources() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<CSource> sources = files.filter(file -> file.toString().endsWith(".c")).sorted()
                    .map(Corpus::read).toList();
            return sources.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file {@code name.c}. */
    public static CSource source(String name) {
        return read(FOLDER.resolve(name + ".c"));
    }

    private static CSource read(Path file) {
        try {
            return CSource.of(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
