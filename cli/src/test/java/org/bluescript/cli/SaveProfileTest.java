package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveProfileTest {
    @TempDir Path folder;
    private Path program;
    private Path profile;
    private String errors;

    @BeforeEach
    void nameFiles() {
        program = folder.resolve("app.bs");
        profile = folder.resolve("app.bsprofile");
    }

    @Test
    void theTypesOfTheValuesAreWritten() throws IOException {
        assertThat(run("function twice(v) { return v + v }\ntwice(1); twice(1.5)")).isEqualTo(ExitStatus.OK);
        JsonNode twice = function("twice");
        assertThat(twice.path("calls").intValue()).isEqualTo(2);
        assertThat(twice.path("parameters")).hasToString("[[\"float\",\"integer\"]]");
        assertThat(errors).isEmpty();
    }

    @Test
    void anotherRunIsAdded() throws IOException {
        run("function f(v) {}\nf(1)");
        assertThat(again("-v")).isEqualTo(ExitStatus.OK);
        assertThat(function("f").path("calls").intValue()).isEqualTo(2);
        assertThat(errors).contains("profile: added to " + profile + "\n");
    }

    @Test
    void aProfileOfAnotherTextIsReplaced() throws IOException {
        run("function f(v) {}\nf(1)");
        run("function f(v) {}\nf(1.5)", "-v");
        assertThat(function("f").path("calls").intValue()).isEqualTo(1);
        assertThat(errors).contains("instead of an older one of other texts of app\n");
    }

    @Test
    void theProfileIsWrittenWhenTheProgramFails() throws IOException {
        assertThat(run("function f(v) { return v.x }\nf(1)")).isEqualTo(ExitStatus.PROGRAM);
        assertThat(function("f").path("calls").intValue()).isEqualTo(1);
        assertThat(errors).contains("integer has no \"x\"");
    }

    @Test
    void theProfileIsWrittenWhenTheProgramIsInterrupted() throws Exception {
        Files.writeString(program, "function f(v) { print(v); while (true) {} }\nf(1)");
        try (CommandProcess command = CommandProcess.start(
                "run", "--interpret", "--save-profile", profile.toString(), program.toString())) {
            assertThat(command.readLine()).isEqualTo("1");
            command.interrupt();
            assertThat(command.waitForExit()).isEqualTo(ExitStatus.INTERRUPTED);
        }
        assertThat(function("f").path("counts")).hasSize(1);
    }

    @Test
    void whatTheBoardGivesBackIsSeen() throws IOException {
        assertThat(run("""
                function f(v): any { let r: any = v; code`__asm__ volatile("");`; return r }
                function g(v) { return f(v) }
                g(1); g("a")
                """)).as(errors).isEqualTo(ExitStatus.OK);
        assertThat(function("f").path("calls").intValue()).isEqualTo(2);
        assertThat(function("g").path("result")).hasToString("[\"integer\",\"string\"]");
    }

    @Test
    void anotherFileIsNotTouched() throws IOException {
        Files.writeString(program, "print(1)");
        profile = program;
        assertThat(again()).isEqualTo(ExitStatus.WORLD);
        assertThat(errors)
                .startsWith("error: " + program + ":1:1: is no profile, for it is no JSON: Unrecognized token 'print'")
                .contains("help: name another file");
        assertThat(program).hasContent("print(1)");
    }

    @Test
    void theProfileOfAnotherProgramIsNotTouched() throws IOException {
        run("print(1)");
        String written = Files.readString(profile);
        program = folder.resolve("other.bs");
        assertThat(run("print(2)")).isEqualTo(ExitStatus.WORLD);
        assertThat(errors).startsWith("error: " + profile + ": is a profile of another program, app\n");
        assertThat(profile).hasContent(written);
    }

    @Test
    void aFolderThatIsNotThereIsToldBeforeTheProgramRuns() throws IOException {
        profile = folder.resolve("none/app.bsprofile");
        assertThat(run("print(1)")).isEqualTo(ExitStatus.WORLD);
        assertThat(errors).isEqualTo(
                "error: there is no folder " + folder.resolve("none") + " for a profile\nhelp: make it first\n");
    }

    @Test
    void whatIsNoFileIsNotReplaced() throws IOException {
        profile = folder;
        assertThat(run("print(1)")).isEqualTo(ExitStatus.WORLD);
        assertThat(errors).startsWith("error: " + folder + " is not a file");
    }

    private int run(String text, String... options) throws IOException {
        Files.writeString(program, text);
        return again(options);
    }

    private int again(String... options) {
        List<String> words = new ArrayList<>(List.of("run", "--interpret", "--save-profile", profile.toString()));
        words.addAll(List.of(options));
        words.add(program.toString());
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Console console = Console.of(new ByteArrayOutputStream(), error);
        int status = CommandRunner.run(console, new Interrupts(), words.toArray(String[]::new));
        errors = error.toString(StandardCharsets.UTF_8);
        return status;
    }

    private JsonNode function(String name) throws IOException {
        JsonNode file = new ObjectMapper().readTree(profile.toFile());
        return file.path("functions").path("app").path(name);
    }
}
