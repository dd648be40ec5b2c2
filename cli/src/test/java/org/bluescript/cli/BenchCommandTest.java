package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench} as a whole, on an emulated board. */
class BenchCommandTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int bench(String... arguments) {
        out.reset();
        err.reset();
        String[] all = new String[arguments.length + 1];
        all[0] = "bench";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRunner.run(Console.of(out, err), new Interrupts(), all);
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRunIsPrintedSavedAndDrawn() throws IOException {
        Path saved = folder.resolve("figures.json");
        Path page = folder.resolve("page.html");
        int status = bench("--only", "typed", "--runs", "2", "--json", "--save", saved.toString(), "--html", page.toString(),
                "--peer", "micropython=qemu:/nowhere/firmware.hex", "queens");
        assertThat(status).as(error()).isEqualTo(ExitStatus.OK);
        assertThat(error()).startsWith("queens: c typed micropython (-)\n").contains("written: " + saved, "written: " + page);
        JsonNode results = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).at("/programs/0/results");
        assertThat(results.at("/typed/instructions").asLong()).isPositive();
        assertThat(results.at("/typed/compileMicroseconds").asLong()).isPositive();
        assertThat(results.at("/c/note").asText()).isIn("-O2", "-O3");
        assertThat(results.at("/micropython/unavailable").asText()).isEqualTo("there is no firmware /nowhere/firmware.hex");
        assertThat(Files.readString(page)).contains("queens", "there is no firmware");

        assertThat(bench("--only", "typed", "--compare", saved.toString(), "queens")).as(error()).isEqualTo(ExitStatus.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("since " + saved + "\nno figure has changed by more than 1 %\n");
    }

    @Test
    void moreInstructionsThanBeforeAreAnError() throws IOException {
        Path before = Files.writeString(folder.resolve("before.json"), """
                {"format": 1, "board": "another", "compiler": "another", "contenders": {"typed": "typed"},
                 "programs": [{"name": "queens", "results": {"typed": {"instructions": 1000}}}]}
                """);
        assertThat(bench("--only", "typed", "--compare", before.toString(), "queens")).isEqualTo(ExitStatus.PROGRAM);
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("queens +typed +guest instructions +1,000 -> .*regression\n");
        assertThat(error()).contains("is of another and another, this is of stm32f405 and arm-none-eabi-gcc");
    }

    @Test
    void whatMeasuresSomethingElseTakesNoBenchmarks() {
        assertThat(bench("--collections", "sieve")).isEqualTo(ExitStatus.USAGE);
        assertThat(error()).startsWith("error: --collections measures the heap, no benchmarks\n");
        assertThat(bench("--calls", "--collections")).isEqualTo(ExitStatus.USAGE);
        assertThat(error()).startsWith("error: --calls measures the link, no benchmarks\n");
    }
}
