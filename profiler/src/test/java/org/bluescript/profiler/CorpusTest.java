package org.bluescript.profiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.interpreter.HostProgram;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every program of the language's tests that the host can run alone can be observed, kept in a file, and weighed. */
class CorpusTest {
    private static final Path PROGRAMS = Path.of("../language/src/test/programs");
    private static final long STACK = 16L << 20;
    private static final List<String> NEED_MORE = List.of("code`", "delay", "Timeout", "Interval", "memory.");

    @TestFactory
    Stream<DynamicTest> profilesOfAllProgramsCanBeKept() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(f -> f.toString().endsWith(".bs") && isOfTheHost(f)).sorted().toList().stream()
                    .flatMap(f -> checked(f).map(p -> test(f, p)).stream());
        }
    }

    private static DynamicTest test(Path file, TypedProgram program) {
        return DynamicTest.dynamicTest(file.getParent().getFileName() + "/" + file.getFileName(), () -> {
            Profile profile = observed(program);
            ProfileFile.Reading reading = ProfileFile.parse("p", ProfileFile.text(program, profile), program);
            assertThat(reading.profile()).isEqualTo(profile);
            assertThat(reading.stale()).isEmpty();
            Advice advice = Advice.of(program, profile, Policy.STANDARD.with("calls", 1).with("turns", 1));
            assertThat(advice.verdicts()).hasSameSizeAs(program.functions());
            assertThat(profile.functions().keySet()).containsAll(advice.worth());
        });
    }

    private static Profile observed(TypedProgram program) {
        CompletableFuture<Profile> ending = new CompletableFuture<>();
        Observations observations = new Observations();
        Thread.ofPlatform().stackSize(STACK).start(() -> {
            try {
                HostProgram.load(program, HostMachine.of((toError, line) -> {}), observations).run();
            } catch (AbstractTruffleException expected) {
                // The program ended with an error, as some do.
            } catch (Throwable e) {
                ending.completeExceptionally(e);
            }
            ending.complete(observations.profile());
        });
        return ending.join();
    }

    /** Empty for programs with mistakes. */
    private static Optional<TypedProgram> checked(Path file) {
        try {
            FolderModules modules = FolderModules.of(file);
            return ProgramChecker.check(modules.main(), modules, new Diagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it runs without a device and without a clock that can be stopped. */
    private static boolean isOfTheHost(Path program) {
        try {
            String text = Files.readString(program);
            return NEED_MORE.stream().noneMatch(text::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
