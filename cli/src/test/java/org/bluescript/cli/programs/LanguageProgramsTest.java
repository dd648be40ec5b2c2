package org.bluescript.cli.programs;

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

/** Every program of language/src/test/programs, natively on one emulated board; with {@code -Dprograms=FOLDER,…} only those there. */
class LanguageProgramsTest {
    static final Path PROGRAMS = Installation.home().resolve("language/src/test/programs");
    private static TestBench bench;

    @BeforeAll
    static void boot() {
        bench = TestBench.open("stm32f405");
    }

    @AfterAll
    static void shutDown() {
        bench.close();
    }

    /** Each file is a program, except that a folder with a {@code main.bs} is one program. */
    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".bs"))
                    .filter(file -> file.endsWith("main.bs") || !isPartOfAnother(file.getParent()))
                    .map(PROGRAMS::relativize)
                    .filter(LanguageProgramsTest::isWanted)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWanted(Path program) {
        return Stream.of(System.getProperty("programs", "").split(",")).anyMatch(program.toString()::startsWith);
    }

    private static boolean isPartOfAnother(Path folder) {
        for (Path at = folder; !at.equals(PROGRAMS); at = at.getParent()) {
            if (Files.exists(at.resolve("main.bs"))) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void doesWhatItSays(Path program) throws Exception {
        Path file = PROGRAMS.resolve(program);
        ProgramCheck.verify(program, Expectation.of(file), bench.run(file));
    }
}
