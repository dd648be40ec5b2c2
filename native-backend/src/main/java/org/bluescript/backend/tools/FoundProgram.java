package org.bluescript.backend.tools;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a program is installed.
 *
 * @param path    where it is; empty if it is missing
 * @param version the first line of what it says about itself; empty if it is missing or does not run
 */
public record FoundProgram(Program program, Optional<Path> path, Optional<String> version) {
    /** It is there and runs. */
    public boolean isUsable() {
        return version.isPresent();
    }

    /** One line for a person: the version, or what is missing and how to get it. */
    public String describe() {
        if (version.isPresent()) {
            return version.get();
        }
        if (path.isPresent()) {
            return new ToolchainProblem.Unusable(path.get().toString(), "it does not tell its version").message();
        }
        return new ToolchainProblem.Missing(program.command(), program.debianPackage()).message();
    }
}
