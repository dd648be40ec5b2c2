package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The benchmark programs, which check their own results: long runs, whole heaps, floats to the last bit. */
class InterpretedBenchmarksTest {
    private static final Path PROGRAMS = Path.of("../jmh/programs");

    @TestFactory
    Stream<DynamicTest> eachBenchmarkProgramVerifiesItsResult() throws IOException {
        return benchmarks().stream()
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)));
    }

    private static List<Path> benchmarks() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS, 2)) {
            return files.filter(f -> f.toString().endsWith(".bs")).sorted().toList();
        }
    }

    private static void check(Path program) {
        Interpretation result = Interpretation.of(program);
        assertThat(result.failure()).isEmpty();
        assertThat(result.output()).matches("(?s)[a-z]+: ok .*\n");
    }
}
