package org.bluescript.jmh.stages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bluescript.language.source.SourceFile;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The texts of the benchmark programs. */
@State(Scope.Benchmark)
public class Programs {
    /** The root of the repository. */
    static final Path HOME = Path.of(System.getProperty("bluescript.home", "."));

    /** One of them, or all. */
    @Param("all")
    public String program;

    /** With types written down, or without. */
    @Param({"typed", "untyped"})
    public String form;

    private List<SourceFile> files;
    private long lines;
    private long bytes;

    @Setup(Level.Trial)
    public void read() throws IOException {
        Path folder = HOME.resolve("jmh/programs");
        try (Stream<Path> untyped = Files.list(folder.resolve("untyped"))) {
            files = untyped
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".bs") && (program.equals("all") || name.equals(program + ".bs")))
                    .sorted()
                    .map(name -> SourceFile.of(name, text(folder.resolve(folderOf(name)).resolve(name))))
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no program " + program);
        }
        lines = files.stream().mapToLong(file -> file.text().lines().count()).sum();
        bytes = files.stream().mapToLong(file -> file.text().length()).sum();
    }

    private String folderOf(String name) {
        return form.equals("typed") ? name.replace(".bs", "") : form;
    }

    List<SourceFile> files() {
        return files;
    }

    /** Counts one look at all of them. */
    void countIn(Lines counter) {
        counter.lines += lines;
    }

    /** The same, with the bytes of their texts. */
    void countIn(Lines counter, Bytes inBytes) {
        countIn(counter);
        inBytes.bytes += bytes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
