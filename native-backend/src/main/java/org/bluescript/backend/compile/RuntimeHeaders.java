package org.bluescript.backend.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;

/**
 * Where compiled code finds the headers of the device's runtime.
 *
 * @param home    the installation
 * @param include the folder that holds {@code bs_inline.h}
 */
public record RuntimeHeaders(Path home, Path include) {
    /** Of the installation that the system property {@code bluescript.home} names. */
    public static RuntimeHeaders installed() {
        Path home = Path.of(System.getProperty("bluescript.home", "")).toAbsolutePath().normalize();
        return in(home);
    }

    /** Of the installation in {@code home}. */
    public static RuntimeHeaders in(Path home) {
        Path include = home.resolve("mcu-runtime").resolve("include");
        Path header = include.resolve("bs_inline.h");
        if (!Files.isReadable(header)) {
            throw new ToolchainException(new ToolchainProblem.MissingFile(header.toString()));
        }
        return new RuntimeHeaders(home, include);
    }
}
