package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each program in {@code src/test/programs} does on the interpreter what its comments expect, as it does on a device. */
class InterpretedProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/programs");

    @TestFactory
    Stream<DynamicTest> eachProgramDoesWhatItExpects() throws IOException {
        List<Path> files = sources();
        List<Path> folders = files.stream().filter(InterpretedProgramsTest::isMain).map(Path::getParent).toList();
        return files.stream()
                .filter(f -> isMain(f) || folders.stream().noneMatch(f::startsWith))
                .map(f -> DynamicTest.dynamicTest(PROGRAMS.relativize(f).toString(), () -> check(f)));
    }

    private static boolean isMain(Path file) {
        return file.getFileName().toString().equals("main.bs");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(f -> f.toString().endsWith(".bs")).sorted().toList();
        }
    }

    private static void check(Path program) throws IOException {
        ProgramExpectation expected = ProgramExpectation.of(program);
        Interpretation result = Interpretation.of(program);
        if (expected.isRefused()) {
            assertThat(result.failure()).hasValueSatisfying(f -> assertThat(f.isSyntaxError()).isTrue());
            return;
        }
        if (expected.error().isEmpty()) {
            assertThat(result.failure()).isEmpty();
        }
        assertThat(result.output().lines().toList()).isEqualTo(expected.output());
        expected.error().ifPresent(e -> assertThat(result.failure()).hasValueSatisfying(f -> {
            assertThat(f.message()).contains(e.fragment());
            assertThat(f.file() + ":" + f.line()).isEqualTo(e.file() + ":" + e.line());
        }));
    }
}
