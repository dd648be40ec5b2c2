package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that wait in every turn of a loop: on the host each wait is a call to the device and takes milliseconds, so that there is time
 * for code before the loop ends; on the device it takes none that anybody notices.
 */
class ProfiledRunTest {
    private static final String[] EAGER = {"--policy", "calls=5,turns=10,failures=5"};

    @TempDir Path folder;
    private Path program;
    private String output;
    private String errors;

    @BeforeEach
    void nameFiles() {
        program = folder.resolve("app.bs");
    }

    @Test
    void whatIsHotIsSpecialisedAndMeansTheSame() throws IOException {
        Files.writeString(program, """
                function add(a, b) { return a + b }
                let sum: any = 0
                for (let i = 0; i < 800; i++) { sum = add(sum, i); time.delay(1) }
                print("sum", sum)
                if (sum < 0) { print(add("no", "sum")) } // the text alone does not tell what is added
                """);
        Path page = folder.resolve("app.html");
        Path samples = folder.resolve("app.cpuprofile");
        assertThat(profile("--report", page.toString(), "--cpuprofile", samples.toString())).as(() -> errors).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("sum 319600\n");
        assertThat(errors).containsPattern("(?m)^add +specialised").contains("made for  (integer, integer)");
        assertThat(Files.readString(page)).contains("app.bs – BlueScript profile").contains("push").contains("_add");
        assertThat(Files.readString(samples)).startsWith("{\"nodes\":");
        assertThat(Files.readString(folder.resolve("app.bsprofile"))).contains("\"integer\"");
    }

    /** The loop in try stays on the host, so that calls of the function cross the link and are measured. */
    @Test
    void theTableTellsWhatACallTookBeforeAndAfter() throws IOException {
        Files.writeString(program, """
                function work(n) { let sum: any = 0; for (let i = 0; i < n; i++) { sum = sum + i % 7 } return sum }
                let sum: any = 0
                try {
                    for (let i = 0; i < 700; i++) { sum = sum + work(20); time.delay(1) }
                } catch (e) { print(e) }
                print("sum", sum)
                if (sum < 0) { print(work("no")) }
                """);
        assertThat(run("--profile", "--policy", "calls=5,turns=40,failures=5")).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("sum 39900\n");
        assertThat(errors).contains("instructions each");
        Matcher each = Pattern.compile("(?m)^work +specialised.* ([0-9,]+) → ([0-9,]+) ").matcher(errors);
        assertThat(each.find()).as(errors).isTrue();
        assertThat(number(each.group(1))).as("generic").isGreaterThan(number(each.group(2)));
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }

    @Test
    void whatIsCalledWithSeveralTypesHasSeveralVersions() throws IOException {
        Files.writeString(program, """
                function add(a, b) { return a + b }
                let integers: any = 0
                let floats: any = 0.0
                let texts: any = ""
                for (let i = 0; i < 2500; i++) {
                    integers = add(integers, i)
                    floats = add(floats, 0.5)
                    if (i >= 700) { texts = add(i % 10 == 0 ? "" : texts, "x") }
                    time.delay(1)
                }
                print(integers, floats, texts)
                """);
        assertThat(profile()).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("3123750 1250.0 xxxxxxxxxx\n");
        assertThat(errors.replaceAll("\\s+", " "))
                .as("the newest comes first, the others stay")
                .containsPattern("made for [^:]*\\(integer, integer\\)")
                .containsPattern("made for [^:]*\\(float, float\\)")
                .containsPattern("made for [^:]*\\(string, string\\)");
    }

    @Test
    void typesMayChangeInTheMiddle() throws IOException {
        Files.writeString(program, """
                class Reading { value; constructor(value) { this.value = value } }
                function amount(sample) { return sample instanceof Reading ? sample.value : sample }
                let sum: any = 0
                for (let i = 0; i < 900; i++) {
                    sum = sum + amount(i < 700 ? 1 : i < 800 ? 0.5 : new Reading(2))
                    time.delay(1)
                }
                print("sum", sum)
                """);
        assertThat(profile()).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("sum 950.0\n");
        assertThat(errors).contains("guard     failed").containsPattern("not\\s+(integer|float)");
    }

    @Test
    void whatOnlyTheDeviceCallsIsSpecialisedToo() throws IOException {
        Files.writeString(program, """
                function early(x) { return x + 1 }
                function late(x) { return x + 2 }
                let sum: any = 0
                for (let i = 0; i < 2500; i++) {
                    sum = i < 1000 ? early(sum) : late(sum)
                    time.delay(1)
                }
                print("sum", sum)
                if (sum < 0) { print(early("no"), late("sum")) }
                """);
        assertThat(profile()).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("sum 4000\n");
        assertThat(errors).containsPattern("(?m)^late +specialised").contains("made for  (integer)");
    }

    @Test
    void anErrorOnTheDeviceIsToldWithItsPlace() throws IOException {
        Files.writeString(program, """
                function at(values, i) { return values[i] }
                let sum: any = 0
                for (let i = 0; i < 600; i++) {
                    time.delay(1)
                    sum = sum + at([1, 2, 3], i < 599 ? i % 3 : 3)
                }
                """);
        assertThat(profile()).isEqualTo(ExitStatus.PROGRAM);
        assertThat(errors)
                .contains("app.bs:1:33: error: index out of range")
                .containsPattern("at at \\(.*app.bs:1:33\\)")
                .containsPattern("at \\(top level\\) \\(.*app.bs:5")
                .contains("function or loop");
    }

    @Test
    void timeGoesOnWhereverTheProgramIs() throws IOException {
        Files.writeString(program, """
                let last = time.now()
                let lastMicros = time.micros()
                let backwards = 0
                for (let i = 0; i < 600; i++) {
                    time.delay(1)
                    const now = time.now()
                    const micros = time.micros()
                    if (now < last || micros < lastMicros) { backwards++ }
                    last = now
                    lastMicros = micros
                }
                print(backwards, last >= 600, last - lastMicros / 1000)
                """);
        assertThat(profile()).isEqualTo(ExitStatus.OK);
        assertThat(output).isIn("0 true 0\n", "0 true -1\n", "0 true 1\n");
        assertThat(errors).containsPattern("for, line 4 +generic");
    }

    @Test
    void anErrorIsCaughtWhereverItArises() throws IOException {
        Files.writeString(program, """
                function half(n) { if (n % 2 != 0) { throw new Error("odd " + n) } return n / 2 }
                function attempt(n) { try { return half(n) } catch (e) { return -1 } }
                let odd = 0
                for (let i = 0; i < 600; i++) { time.delay(1); if (attempt(i) < 0) { odd++ } }
                print("odd", odd)
                """);
        assertThat(profile()).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("odd 300\n");
    }

    @Test
    void whatMakesNoSenseIsToldWithANextStep() throws IOException {
        Files.writeString(program, "print(1)");
        assertThat(run("--profile", "--policy", "heat=1")).isEqualTo(ExitStatus.USAGE);
        assertThat(errors).contains("no threshold heat").contains("calls, turns");
        assertThat(run("--report", "x.html")).isEqualTo(ExitStatus.USAGE);
        assertThat(errors).contains("add --profile");
        assertThat(run("--profile", "--interpret")).isEqualTo(ExitStatus.USAGE);
        assertThat(run("--profile", "--code-memory", "0")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void mistakesAreToldBeforeAnythingRuns() throws IOException {
        Files.writeString(program, "let x: integer = \"a\"");
        assertThat(profile()).isEqualTo(ExitStatus.PROGRAM);
        assertThat(errors).contains("app.bs:1:18: error:").doesNotContain("function or loop");
    }

    @Test
    void aReportThatCannotBeWrittenCostsNothingElse() throws IOException {
        Files.writeString(program, "print(1)");
        assertThat(profile("--report", folder.resolve("none/page.html").toString())).isEqualTo(ExitStatus.OK);
        assertThat(output).isEqualTo("1\n");
        assertThat(errors).contains("the report cannot be written").contains("no such folder");
    }

    /** A name that is too long for any file: root may write into read-only folders. */
    @Test
    void aProfileThatCannotBeWrittenCostsNothingElse() throws IOException {
        Files.writeString(program, "print([1][time.now() < 0 ? 0 : 1])");
        Path page = folder.resolve("app.html");
        String profile = folder.resolve("x".repeat(255)).toString();
        assertThat(profile("--save-profile", profile, "--report", page.toString())).isEqualTo(ExitStatus.PROGRAM);
        assertThat(errors)
                .contains("index out of range", "function or loop", "error: the profile cannot be written to", "report: written to");
        assertThat(page).exists();
    }

    private int profile(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--profile"));
        all.addAll(List.of(EAGER));
        all.addAll(List.of(options));
        return run(all.toArray(String[]::new));
    }

    private int run(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(options));
        arguments.add(program.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandRunner.run(Console.of(out, err), new Interrupts(), arguments.toArray(String[]::new));
        output = out.toString(StandardCharsets.UTF_8);
        errors = err.toString(StandardCharsets.UTF_8);
        return status;
    }
}
