package org.bluescript.cli.programs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.language.profile.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs of language/src/test/programs do what they say in generation 0 of code that may be replaced, and in later generations. One in
 * eight of them; {@code -Dprograms=FOLDER,…} for all there, as for {@link LanguageProgramsTest}.
 */
class TieredProgramsTest {
    private static final int SHARE = 8;
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
        List<Path> all = LanguageProgramsTest.programs();
        return System.getProperty("programs") != null
                ? all
                : all.stream().filter(p -> Math.floorMod(p.toString().hashCode(), SHARE) == 0).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void doesWhatItSaysInGenerationZero(Path program) throws Exception {
        Path file = LanguageProgramsTest.PROGRAMS.resolve(program);
        ProgramCheck.verify(program, Expectation.of(file), bench.runTiered(file, p -> Optional.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void doesWhatItSaysInALaterGeneration(Path program) throws Exception {
        Path file = LanguageProgramsTest.PROGRAMS.resolve(program);
        Random random = new Random(program.toString().hashCode());
        ProgramCheck.verify(program, Expectation.of(file), bench.runTiered(file, p -> {
            Profile truth = SpecialisedProgramsTest.profile(p).orElse(Profile.EMPTY);
            Profile profile = random.nextBoolean() ? truth : new WrongProfile(p, random).of(truth);
            return Optional.of(Specializer.specialize(p, profile, Request.WHOLE).program());
        }));
    }
}
