package org.bluescript.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bluescript.cli.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form that docs/cli.md describes. */
class BenchJsonTest {
    @TempDir Path folder;

    @Test
    void formIsWhatTheManualSays() {
        assertThat(BenchJson.of(Results.of(Results.row("sieve", 1000, 1070)))).isEqualTo("""
                {
                  "format": 1,
                  "board": "stm32f405",
                  "compiler": "gcc 12",
                  "contenders": {
                    "c": "C twin",
                    "typed": "typed",
                    "micropython": "micropython"
                  },
                  "programs": [
                    {
                      "name": "sieve",
                      "results": {
                        "c": {
                          "instructions": 1000,
                          "codeBytes": 80,
                          "peakHeapBytes": 0,
                          "note": "-O3"
                        },
                        "typed": {
                          "instructions": 1070,
                          "codeBytes": 100,
                          "peakHeapBytes": 2000,
                          "ratio": 1.07
                        },
                        "micropython": {
                          "unavailable": "out of memory"
                        }
                      }
                    }
                  ],
                  "geometricMeans": {
                    "typed": 1.07,
                    "micropython": null
                  }
                }
                """);
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        BenchResult result = Results.of(Results.row("a", 3, 4), Results.failed("b"));
        Path file = Files.writeString(folder.resolve("figures.json"), BenchJson.of(result));
        assertThat(BenchJson.read(file)).isEqualTo(result);
    }

    @Test
    void timesDoNotLast() {
        BenchResult.Row row = new BenchResult.Row("a", Map.of("typed",
                new Cell.Measured(Measurement.of(1, 2, 3).with(Figure.COMPILE_TIME, 4).with(Figure.TRANSFER_TIME, 5))));
        assertThat(BenchJson.of(Results.of(row))).contains("compileMicroseconds", "transferMicroseconds");
        assertThat(BenchJson.lasting(Results.of(row))).doesNotContain("compileMicroseconds", "transferMicroseconds");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), "[1, 2");
        assertThatThrownBy(() -> BenchJson.read(file)).isInstanceOf(CommandException.class).hasMessageContaining("other.json");
        Path old = Files.writeString(folder.resolve("old.json"), "{\"format\": 0}");
        assertThatThrownBy(() -> BenchJson.read(old)).isInstanceOf(CommandException.class)
                .hasMessageContaining("not in the form of this version");
        assertThatThrownBy(() -> BenchJson.read(folder.resolve("none.json"))).isInstanceOf(CommandException.class)
                .hasMessageContaining("there is no such file");
    }
}
