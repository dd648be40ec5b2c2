package org.bluescript.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bluescript.language.source.DisplayLine;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dgolden.rewrite=true} writes the expected table anew. */
class RunTableTest {
    private static final Path RESOURCES = Path.of("src/test/resources/org/bluescript/profiler/report");
    private static final SourceFile FILE = SourceFile.of("a.bs", "f");

    @Test
    void theStationsTableIsAsItWas() throws IOException {
        String table = RunTable.text(StationRun.run(), 100, TableStyle.PLAIN);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(RESOURCES.resolve("station.table.txt"), table);
        }
        assertThat(table).isEqualTo(Files.readString(RESOURCES.resolve("station.table.txt")));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 48, 60, 72, 80, 99, 100})
    void noLineIsWiderThanTheTerminal(int width) {
        assertThat(RunTable.text(StationRun.run(), width, TableStyle.PLAIN).lines())
                .allSatisfy(line -> assertThat(DisplayLine.of(line).width()).as(line).isLessThanOrEqualTo(width));
    }

    @Test
    void aWideTerminalIsNotFilled() {
        ProfiledRun run = StationRun.run();
        assertThat(RunTable.text(run, 300, TableStyle.PLAIN)).isEqualTo(RunTable.text(run, 100, TableStyle.PLAIN));
    }

    @Test
    void withoutItsColoursAColouredTableIsThePlainOne() {
        ProfiledRun run = StationRun.run();
        String coloured = RunTable.text(run, 100, TableStyle.COLOURED);
        assertThat(coloured).contains("\033[32mspecialised 4\033[0m");
        assertThat(coloured.replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(RunTable.text(run, 100, TableStyle.PLAIN));
    }

    @Test
    void nothingFromTheProgramGetsOutAsControl() {
        Span place = new Span(FILE, 0, 1);
        PartRun part = part("\033[31mf", 3, List.of(new GuardFailure(place, "p\007", "integer", 1, "\"\033]0;x\r\n\"", "string")));
        String table = RunTable.text(run(List.of(part)), 100, TableStyle.PLAIN);
        assertThat(table.chars().filter(c -> c < 0x20 && c != '\n')).isEmpty();
        assertThat(table).contains("\u241b[31mf").contains("p\u2407 was \"\u241b]0;x\u240d\u240a\" (string), not integer");
    }

    @Test
    void theDullOnesAreLeftOutWhereThereAreMany() {
        List<PartRun> parts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            parts.add(part("f" + i, i == 7 ? 1_000_000 : 0, List.of()));
        }
        String table = RunTable.text(run(parts), 100, TableStyle.PLAIN);
        assertThat(table).contains("f7 ").doesNotContain("f8 ").endsWith("left out: 39 functions with 0 % of the time\n");
    }

    @Test
    void notMoreThanTwentyFunctionsAreShown() {
        List<PartRun> parts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            parts.add(part("f" + i, 1_000 + i, List.of()));
        }
        String table = RunTable.text(run(parts), 100, TableStyle.PLAIN);
        assertThat(table).contains("f39 ").doesNotContain("f19 ").endsWith("left out: 20 functions with 50 % of the time\n");
    }

    @Test
    void aRunWithoutPartsSaysSo() {
        assertThat(RunTable.text(run(List.of()), 100, TableStyle.PLAIN)).endsWith("no function was called\n");
    }

    private static ProfiledRun run(List<PartRun> parts) {
        return new ProfiledRun(
                "a.bs", "a board", new Times(10, 10, 0, 0, OptionalLong.empty()), parts, List.of(), List.of(), List.of());
    }

    private static PartRun part(String name, long nanoseconds, List<GuardFailure> failures) {
        return new PartRun(
                PartId.of(new FunctionId("a", name)), name, new Span(FILE, 0, 1), new Counts(1, 0, 0),
                new TimeSpent(nanoseconds, 0, OptionalLong.empty()), List.of(), Outcome.NONE, List.of(), OptionalInt.empty(), failures);
    }
}
