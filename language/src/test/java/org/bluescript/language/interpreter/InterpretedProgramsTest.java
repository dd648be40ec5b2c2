package org.bluescript.language.interpreter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each program in {@code src/test/programs} does on the interpreter what its comments expect, as it does on a device; so do
 * those programs of the device's own tests that need no device. With a collection at every allocation they do the same: a
 * reference that is not among the roots shows at once.
 */
class InterpretedProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/programs");
    private static final Path NASTY = Path.of("../cli/src/test/nasty");

    /** Fills the heap with small objects one by one: all of them would be marked for each. */
    private static final String QUADRATIC = "out-of-memory-by-and-by.bs";

    @TestFactory
    Stream<DynamicTest> eachProgramDoesWhatItExpects() throws IOException {
        return programs().map(f -> test(f, Interpretation::of));
    }

    @TestFactory
    Stream<DynamicTest> eachProgramDoesTheSameWhenEveryAllocationCollects() throws IOException {
        return programs()
                .filter(f -> !f.endsWith(QUADRATIC))
                .map(f -> test(f, Interpretation::stressed));
    }

    @TestFactory
    Stream<DynamicTest> eachNastyProgramEndsAsItSays() throws IOException {
        return sources(NASTY)
                .filter(InterpretedProgramsTest::endsByItself)
                .map(f -> test(f, Interpretation::of));
    }

    private static DynamicTest test(Path program, Function<Path, Interpretation> interpreter) {
        return DynamicTest.dynamicTest(
                program.getParent().getFileName() + "/" + program.getFileName(),
                () -> ProgramExpectation.of(program).verify(interpreter.apply(program)));
    }

    /** The main files. */
    private static Stream<Path> programs() throws IOException {
        List<Path> files = sources(PROGRAMS).toList();
        List<Path> folders =
                files.stream().filter(InterpretedProgramsTest::isMain).map(Path::getParent).toList();
        return files.stream().filter(f -> isMain(f) || folders.stream().noneMatch(f::startsWith));
    }

    private static boolean isMain(Path file) {
        return file.getFileName().toString().equals("main.bs");
    }

    /** Whether a program needs neither inline C nor somebody to interrupt it. */
    private static boolean endsByItself(Path program) {
        try {
            String text = Files.readString(program);
            return !text.contains("code`") && !text.contains("// interrupt") && !text.contains("// expect some")
                    && !text.contains("error anywhere");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".bs")).sorted().toList().stream();
        }
    }
}
