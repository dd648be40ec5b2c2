package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bluescript.language.interpreter.HostedProgram.Failure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs of language/src/test/programs begin on the host; at lines of their output code of theirs is installed on a board, each time
 * other functions, loops and types, and loops are recalled from there. They do what they say. One in sixteen of them; {@code
 * -Dprograms=FOLDER,…} for all there, as for {@link LanguageProgramsTest}.
 */
class HandedOverProgramsTest {
    private static final int SHARE = 16;
    private static HandoverBench bench;

    @BeforeAll
    static void boot() {
        bench = HandoverBench.open();
    }

    @AfterAll
    static void shutDown() {
        System.out.println(bench.summary());
        bench.close();
    }

    static List<Path> programs() throws IOException {
        List<Path> all = LanguageProgramsTest.programs();
        return System.getProperty("programs") != null
                ? all
                : all.stream().filter(p -> Math.floorMod(p.toString().hashCode(), SHARE) == 1).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void doesWhatItSaysOnBothSides(Path program) throws Exception {
        Path file = LanguageProgramsTest.PROGRAMS.resolve(program);
        Expectation expected = Expectation.of(file);
        if (!expected.compileErrors().isEmpty()) {
            return;
        }
        HandoverBench.Result result = bench.run(file, new Random(program.toString().hashCode()));
        assertThat(result.output().lines().toList()).isEqualTo(expected.output());
        Optional<Failure> failure = result.failure();
        if (expected.runTimeError().isEmpty()) {
            assertThat(failure).isEmpty();
            return;
        }
        assertThat(failure).as("expected %s", expected.runTimeError().get()).isPresent();
        var place = failure.get().place().orElseThrow(() -> new AssertionError("no place for " + failure.get().message()));
        assertThat(expected.runTimeError().get().matches(place.file().name(), place.position().line(), failure.get().message()))
                .as("%s: %s instead of %s", place, failure.get().message(), expected.runTimeError().get())
                .isTrue();
    }
}
