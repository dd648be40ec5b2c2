package org.bluescript.cli.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a program's comments say it does, after language/src/test/programs/README.md. Nasty programs may also say
 * {@code // interrupt} where they are to be interrupted once they have printed all that is expected,
 * {@code // expect some: LINE} for a line that is printed an unknown number of times, and
 * {@code // expect runtime error anywhere} where an error is certain but neither its kind nor its place is.
 *
 * @param output the lines on standard output
 * @param repeated the line that is printed again and again, instead of {@code output}
 * @param compileErrors fragments of the messages, with their places
 * @param runTimeError the error that ends the program
 * @param anyError whether any run-time error will do
 * @param interruptLine where the program is to be interrupted, if it is
 */
record Expectation(
        List<String> output,
        Optional<String> repeated,
        List<ExpectedError> compileErrors,
        Optional<ExpectedError> runTimeError,
        boolean anyError,
        OptionalInt interruptLine) {
    private static final String OUTPUT = "// expect: ";
    private static final String EMPTY_OUTPUT = "// expect:";
    private static final String REPEATED = "// expect some: ";
    private static final String COMPILE = "// expect error: ";
    private static final String RUN_TIME = "// expect runtime error: ";
    private static final String ANY_ERROR = "// expect runtime error anywhere";
    private static final String INTERRUPT = "// interrupt";

    /** An error in a file, by the file's name without folders, with a fragment of its message. */
    record ExpectedError(String file, int line, String fragment) {
        boolean matches(String foundFile, int foundLine, String message) {
            return Path.of(foundFile).getFileName().toString().equals(file) && foundLine == line
                    && message.contains(fragment);
        }

        @Override
        public String toString() {
            return file + ":" + line + ": " + fragment;
        }
    }

    /** Of a program: a file, or the {@code main.bs} of a folder, whose other files count too. */
    static Expectation of(Path program) throws IOException {
        Reader reader = new Reader();
        if (program.getFileName().toString().equals("main.bs")) {
            try (Stream<Path> files = Files.walk(program.getParent())) {
                for (Path file : files.filter(f -> f.toString().endsWith(".bs") && !f.equals(program)).sorted().toList()) {
                    reader.read(file);
                }
            }
        }
        reader.read(program);
        return reader.expectation();
    }

    private static final class Reader {
        private final List<String> output = new ArrayList<>();
        private final List<ExpectedError> compileErrors = new ArrayList<>();
        private Optional<String> repeated = Optional.empty();
        private Optional<ExpectedError> runTimeError = Optional.empty();
        private boolean anyError;
        private OptionalInt interruptLine = OptionalInt.empty();

        void read(Path file) throws IOException {
            String name = file.getFileName().toString();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                for (String comment : comments(line)) {
                    read(comment, name, number);
                }
            }
        }

        /** A line may hold several, one behind the other. */
        private static List<String> comments(String line) {
            List<String> comments = new ArrayList<>();
            int at = line.indexOf("// ");
            while (at >= 0) {
                int next = line.indexOf(" // ", at + 1);
                comments.add(line.substring(at, next < 0 ? line.length() : next));
                at = next < 0 ? -1 : next + 1;
            }
            return comments;
        }

        private void read(String comment, String file, int line) {
            if (comment.startsWith(OUTPUT)) {
                output.add(comment.substring(OUTPUT.length()));
            } else if (comment.equals(EMPTY_OUTPUT)) {
                output.add("");
            } else if (comment.startsWith(REPEATED)) {
                repeated = Optional.of(comment.substring(REPEATED.length()));
            } else if (comment.startsWith(COMPILE)) {
                compileErrors.add(new ExpectedError(file, line, comment.substring(COMPILE.length())));
            } else if (comment.startsWith(ANY_ERROR)) {
                anyError = true;
            } else if (comment.startsWith(RUN_TIME)) {
                runTimeError = Optional.of(new ExpectedError(file, line, comment.substring(RUN_TIME.length())));
            } else if (comment.equals(INTERRUPT)) {
                interruptLine = OptionalInt.of(line);
            }
        }

        Expectation expectation() {
            return new Expectation(
                    List.copyOf(output), repeated, List.copyOf(compileErrors), runTimeError, anyError, interruptLine);
        }
    }
}
