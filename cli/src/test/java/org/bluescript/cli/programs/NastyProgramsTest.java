package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bluescript.cli.Installation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that misbehave, one after the other on one board that is never restarted: each ends as it says, and the next
 * program, a healthy one that allocates, collects, calls and prints, runs as if nothing had been.
 */
class NastyProgramsTest {
    private static final Path CLI_TESTS = Installation.home().resolve("cli/src/test");
    private static final Path HEALTHY = CLI_TESTS.resolve("nasty/healthy.bs");
    private static TestBench bench;

    @BeforeAll
    static void boot() {
        bench = TestBench.open("stm32f405");
    }

    @AfterAll
    static void shutDown() {
        bench.close();
    }

    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(CLI_TESTS.resolve("nasty"))) {
            return files.filter(file -> file.toString().endsWith(".bs")).map(Path::getFileName).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void endsAsItSaysAndLeavesTheDeviceHealthy(Path program) throws Exception {
        Path file = HEALTHY.resolveSibling(program);
        Expectation expected = Expectation.of(file);
        TestBench.Result result = expected.interruptLine().isPresent()
                ? bench.run(file, Math.max(1, expected.output().size()))
                : bench.run(file);
        try {
            ProgramCheck.verify(program, expected, result);
        } finally {
            ProgramCheck.verify(Path.of("healthy.bs after " + program), Expectation.of(HEALTHY), bench.run(HEALTHY));
        }
        assertThat(expected.output().isEmpty() && expected.runTimeError().isEmpty() && !expected.anyError()
                && expected.repeated().isEmpty()).as("expects nothing").isFalse();
    }
}
