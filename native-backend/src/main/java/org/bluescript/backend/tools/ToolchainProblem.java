package org.bluescript.backend.tools;

import java.time.Duration;

/** What can be wrong with a program that BlueScript needs: a closed list. */
public sealed interface ToolchainProblem {
    /** A sentence, and what to do next. */
    String message();

    /**
     * It is not installed.
     *
     * @param program       as one would type it
     * @param debianPackage where it comes from
     */
    record Missing(String program, String debianPackage) implements ToolchainProblem {
        @Override
        public String message() {
            return "%s is not installed; get it with: apt-get install %s".formatted(program, debianPackage);
        }
    }

    /** It could not be started, although it is there. */
    record Unusable(String program, String why) implements ToolchainProblem {
        @Override
        public String message() {
            return "%s cannot be started: %s".formatted(program, why);
        }
    }

    /** It ended with an error that is not the fault of what it was given. */
    record Crashed(String program, int status, String output) implements ToolchainProblem {
        @Override
        public String message() {
            return "%s failed with status %d%s".formatted(program, status, output.isBlank() ? "" : ": " + output.strip());
        }
    }

    /** It did not end in time and was stopped. */
    record TimedOut(String program, Duration limit) implements ToolchainProblem {
        @Override
        public String message() {
            return "%s was stopped after %d seconds".formatted(program, limit.toSeconds());
        }
    }

    /** A file of this installation is not there. */
    record MissingFile(String path) implements ToolchainProblem {
        @Override
        public String message() {
            return "%s is missing; is bluescript.home right?".formatted(path);
        }
    }
}
