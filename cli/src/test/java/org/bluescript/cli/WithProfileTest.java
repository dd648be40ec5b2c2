package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithProfileTest {
    /** Takes what the text alone does not tell. */
    private static final String SUM = """
            function sum(n) { let s = n - n; for (let i = 0; i < n; i++) { s += i } return s }
            if (time.now() < 0) { print(sum("never")) }
            """;

    @TempDir Path folder;
    private Path program;
    private Path profile;
    private String output;
    private String errors;

    @BeforeEach
    void nameFiles() {
        program = folder.resolve("app.bs");
        profile = folder.resolve("app.bsprofile");
    }

    @Test
    void theProgramIsSpecialisedToWhatWasSeen() throws IOException {
        observe(SUM + "print(sum(1000))");
        long slow = instructions();
        assertThat(output).isEqualTo("499500\n");
        long fast = instructions("--with-profile", profile.toString());
        assertThat(output).isEqualTo("499500\n");
        assertThat(fast).isLessThan(slow / 2);
    }

    @Test
    void anotherTypeThanWasSeenIsNoMistake() throws IOException {
        observe(SUM + "print(sum(10))");
        String text = SUM + "print(sum(10))";
        Files.writeString(program, text);
        Files.writeString(profile, Files.readString(profile).replace("integer", "float"));
        assertThat(run("--with-profile", profile.toString())).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("45\n");
    }

    @Test
    void aProfileOfAnotherTextIsNotUsed() throws IOException {
        observe(SUM + "print(sum(10))");
        Files.writeString(program, SUM + "print(sum(11))");
        assertThat(run("--with-profile", profile.toString())).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("55\n");
        assertThat(errors).contains("was made of other texts of app");
    }

    @Test
    void aProfileThatIsNotThereIsToldWithANextStep() throws IOException {
        Files.writeString(program, "print(1)");
        assertThat(run("--with-profile", profile.toString())).isEqualTo(ExitStatus.WORLD);
        assertThat(errors).contains("there is no profile").contains("--save-profile");
    }

    @Test
    void anInterpretedProgramNeedsNone() throws IOException {
        Files.writeString(program, "print(1)");
        assertThat(run("--interpret", "--with-profile", profile.toString())).isEqualTo(ExitStatus.USAGE);
    }

    private void observe(String text) throws IOException {
        Files.writeString(program, text);
        assertThat(run("--interpret", "--save-profile", profile.toString())).isEqualTo(ExitStatus.OK);
    }

    private long instructions(String... options) throws IOException {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--count";
        assertThat(run(all)).isEqualTo(ExitStatus.OK);
        return Long.parseLong(errors.lines().filter(l -> l.startsWith("instructions: ")).findFirst().orElseThrow().substring(14));
    }

    private int run(String... options) throws IOException {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "run";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] = program.toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandRunner.run(Console.of(out, err), new Interrupts(), arguments);
        output = out.toString(StandardCharsets.UTF_8);
        errors = err.toString(StandardCharsets.UTF_8);
        return status;
    }
}
