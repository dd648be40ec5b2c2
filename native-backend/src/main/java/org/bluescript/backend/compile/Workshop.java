package org.bluescript.backend.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A temporary folder in which a compiler runs. It holds the file that every compilation begins with: the runtime's
 * header, then standard input. Neither its name nor that of the installation appears in the object code, so that equal
 * sources give equal bytes everywhere. It goes when it is closed, at the end of the JVM at the latest.
 */
final class Workshop implements AutoCloseable {
    static final String UNIT = "unit.c";

    private final Path folder;
    private final RuntimeHeaders headers;
    private final AtomicInteger lastFile = new AtomicInteger();
    private final Thread atExit = new Thread(this::delete);

    Workshop(RuntimeHeaders headers) {
        this.headers = headers;
        try {
            folder = Files.createTempDirectory("bluescript-cc-");
            Files.writeString(folder.resolve(UNIT), "#include \"bs_inline.h\"\n#include \"/dev/stdin\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    RuntimeHeaders headers() {
        return headers;
    }

    Path folder() {
        return folder;
    }

    /** A file name that has not been used yet. */
    Path newFile() {
        return folder.resolve("file" + lastFile.incrementAndGet());
    }

    /** What tells gcc about this folder and the headers, before the name of the source file. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("-I");
        arguments.add(headers.include().toString());
        arguments.add("-ffile-prefix-map=" + folder + "=.");
        arguments.add("-ffile-prefix-map=" + headers.home() + "=.");
        return arguments;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The JVM is ending; the hook finds nothing left to do.
        }
    }

    /** Removes a file of this folder, if it is there. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The folder is removed as a whole later.
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            // Gone already, or somebody still writes to it: the system cleans its temporary folder.
        }
    }
}
