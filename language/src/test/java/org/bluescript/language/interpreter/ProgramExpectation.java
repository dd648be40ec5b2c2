package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a program's comments say it does, after the README beside the programs.
 *
 * @param isRefused whether it has compile errors, and so does not run
 */
record ProgramExpectation(List<String> output, Optional<Error> error, boolean isRefused) {
    private static final Pattern COMMENT =
            Pattern.compile("// expect(?<kind>| error| runtime error):(?: (?<text>.*?))?(?= // |$)");

    /** A run-time error at a line. */
    record Error(String file, int line, String fragment) {}

    /** Of a file, or the {@code main.bs} of a folder, whose other files come first. */
    static ProgramExpectation of(Path program) throws IOException {
        List<String> output = new ArrayList<>();
        Optional<Error> error = Optional.empty();
        boolean isRefused = false;
        for (Path file : files(program)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = COMMENT.matcher(lines.get(i));
                while (matcher.find()) {
                    String text = matcher.group("text") == null ? "" : matcher.group("text");
                    switch (matcher.group("kind")) {
                        case "" -> output.add(text);
                        case " error" -> isRefused = true;
                        default -> error = Optional.of(new Error(file.getFileName().toString(), i + 1, text));
                    }
                }
            }
        }
        return new ProgramExpectation(output, error, isRefused);
    }

    /** Fails if the interpreter did anything else. */
    void verify(Interpretation result) {
        if (isRefused) {
            assertThat(result.failure()).hasValueSatisfying(f -> assertThat(f.isSyntaxError()).isTrue());
            return;
        }
        if (error.isEmpty()) {
            assertThat(result.failure()).isEmpty();
        }
        assertThat(result.output().lines().toList()).isEqualTo(output);
        error.ifPresent(e -> assertThat(result.failure()).hasValueSatisfying(f -> {
            assertThat(f.message()).contains(e.fragment());
            assertThat(f.file() + ":" + f.line()).isEqualTo(e.file() + ":" + e.line());
        }));
    }

    private static List<Path> files(Path program) throws IOException {
        List<Path> files = new ArrayList<>();
        if (program.getFileName().toString().equals("main.bs")) {
            try (Stream<Path> found = Files.walk(program.getParent())) {
                found.filter(f -> f.toString().endsWith(".bs") && !f.equals(program)).sorted().forEach(files::add);
            }
        }
        files.add(program);
        return files;
    }
}
