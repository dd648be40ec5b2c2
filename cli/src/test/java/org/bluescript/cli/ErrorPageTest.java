package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md shows what wrong programs really print. {@code -Dupdate=true} writes it anew. */
class ErrorPageTest {
    private static final Path PROGRAMS = Path.of("../wrong");
    private static final Path PAGE = Installation.home().resolve("docs/errors.md");

    private static final String INTRODUCTION = """
            # Wrong programs and what they print

            This page is made by a test from the programs in `cli/src/test/wrong` and what the command really prints for them; the
            layout is described in `docs/cli.md`. Compile errors come all at once, one for each mistake, and nothing runs. A run-time
            error ends the program with its message, its place and the calls that led there; the device survives it and takes the next
            program. In both cases the exit status is 1.
            """;

    @Test
    void showsWhatTheProgramsPrint() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Path program : programs()) {
            append(page, program);
        }
        if (Boolean.getBoolean("update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page.toString()).isEqualTo(Files.readString(PAGE));
    }

    private static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".bs")).sorted().toList();
        }
    }

    private static void append(StringBuilder page, Path program) throws IOException {
        List<String> lines = Files.readAllLines(program);
        String title = lines.getFirst().substring("// ".length());
        page.append("\n## ").append(title, 0, title.length() - 1).append("\n\n");
        page.append("```typescript\n").append(String.join("\n", lines)).append("\n```\n\n");
        page.append("```\n").append(output(program)).append("```\n");
    }

    private static String output(Path program) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = CommandRunner.run(Console.of(output, errors), new Interrupts(), program.toString());
        assertThat(status).as(program.toString()).isEqualTo(ExitStatus.PROGRAM);
        String printed = output.toString(StandardCharsets.UTF_8) + errors.toString(StandardCharsets.UTF_8);
        return printed.replace(program.getParent() + "/", "");
    }
}
