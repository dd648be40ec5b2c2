package org.bluescript.cli.programs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Representation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program of language/src/test/programs, specialised, does what it says: to what it really does, and to profiles that are
 * wrong in every way. {@code -Dprograms=FOLDER,…} as for {@link LanguageProgramsTest}.
 */
class SpecialisedProgramsTest {
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
        return LanguageProgramsTest.programs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void doesWhatItSaysWithItsOwnProfile(Path program) throws Exception {
        Path file = LanguageProgramsTest.PROGRAMS.resolve(program);
        Optional<TypedProgram> typed = Workbench.check(file.toString(), new Diagnostics());
        if (typed.isPresent() && handlesWords(typed.get())) {
            ProgramCheck.verify(program, Expectation.of(file), bench.run(file, p -> {
                TypedProgram inferred = Workbench.inferred(p);
                return profile(inferred).map(profile -> specialised(inferred, profile)).orElse(inferred);
            }));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void doesWhatItSaysWithAWrongProfile(Path program) throws Exception {
        Random random = new Random(program.toString().hashCode());
        verify(program, p -> specialised(p, new WrongProfile(p, random).of(profile(p).orElse(Profile.EMPTY))));
    }

    /** Each time loops of a different choice, with a profile that is right or wrong. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void doesWhatItSaysWhenLoopsAreHandedOver(Path program) throws Exception {
        Random random = new Random(program.toString().hashCode() + 1);
        verify(program, p -> {
            Profile seen = profile(p).orElse(Profile.EMPTY);
            Profile used = random.nextInt(3) == 0 ? new WrongProfile(p, random).of(seen) : seen;
            Request request = new Request(f -> random.nextInt(4) > 0, l -> true, random.nextBoolean());
            SpecializedProgram specialized = Specializer.specialize(p, used, request);
            return specialized.loops().isEmpty() ? p : new SwitchedLoops(p, specialized, random).program();
        });
    }

    private static TypedProgram specialised(TypedProgram program, Profile profile) {
        return Specializer.specialize(program, profile, Request.WHOLE).program();
    }

    /** Where all types are known, from the text or from the program as a whole, there is nothing to specialise. */
    private static void verify(Path program, UnaryOperator<TypedProgram> specialised) throws Exception {
        Path file = LanguageProgramsTest.PROGRAMS.resolve(program);
        Optional<TypedProgram> typed = Workbench.read(file.toString(), new Diagnostics());
        if (typed.isPresent() && handlesWords(typed.get())) {
            ProgramCheck.verify(program, Expectation.of(file), bench.run(file, p -> specialised.apply(Workbench.inferred(p))));
        }
    }

    private static boolean handlesWords(TypedProgram program) {
        return program.functions().values().stream().anyMatch(SpecialisedProgramsTest::handlesWords);
    }

    private static boolean handlesWords(TypedFunction function) {
        boolean[] found = {false};
        TreeWalk.expressions(function.body(), e -> found[0] |= e.type().representation() == Representation.WORD);
        return found[0];
    }

    /** What the interpreter sees; it cannot run functions with inline C. */
    static Optional<Profile> profile(TypedProgram program) {
        if (program.functions().values().stream().anyMatch(TypedFunction::deviceBound)) {
            return Optional.empty();
        }
        Observations observations = new Observations();
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (HostedProgram hosted = HostedProgram.of(
                program, nowhere, nowhere, Map.of("engine.WarnInterpreterOnly", "false"), Optional.of(observations))) {
            hosted.run();
        }
        return Optional.of(observations.profile());
    }
}
