package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.truffle.api.Truffle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.PrimitiveType;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Programs are compiled where they are hot, on this JVM, without a construct that the compiler gives up on. A failed compilation
 * ends the program here, though users would only notice that it is slow.
 */
class CompilationTest {
    private static final Path BENCHMARKS = Path.of("../jmh/programs");
    private static final Path PROGRAMS = Path.of("src/test/programs");

    /** Compiles early and at once, in the thread that wants it. */
    private static final Map<String, String> HURRIED = Map.of(
            "engine.CompilationFailureAction", "Throw",
            "engine.BackgroundCompilation", "false",
            "engine.DynamicCompilationThresholds", "false",
            "engine.MultiTier", "false",
            "engine.SingleTierCompilationThreshold", "200",
            "engine.OSRCompilationThreshold", "2000");

    @Test
    void runtimeIsTheOptimisingOne() {
        assertThat(Truffle.getRuntime().getName()).isEqualTo("GraalVM CE");
    }

    @Test
    void hotFunctionsAndLoopsAreCompiled() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (Context context = hurried().option("engine.TraceCompilation", "true").logHandler(log).build()) {
            context.eval(BlueScriptLanguage.ID, """
                    function square(n: integer): integer { return n * n; }
                    let sum = 0;
                    for (let i = 0; i < 100000; i++) { sum += square(i); }
                    """);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsPattern("opt done +.*square")
                .containsPattern("opt done +.*<OSR>");
    }

    @TestFactory
    Stream<DynamicTest> everyBenchmarkCompiles() throws IOException {
        return sources(BENCHMARKS).stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () ->
                assertThat(run(f)).matches("(?s)[a-z]+: ok .*\n")));
    }

    /** What was seen first in compiled code is not missed. */
    @TestFactory
    Stream<DynamicTest> everyBenchmarkWithoutTypesCompilesObservedAndIsSeenAsInTheInterpreter() throws IOException {
        return sources(BENCHMARKS.resolve("untyped")).stream()
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () ->
                        assertThat(observed(f, HURRIED)).isEqualTo(observed(f, Map.of("engine.Compilation", "false")))));
    }

    /** Another thread need not wait for the end of a loop to see that it is hot, nor for that of a value to see its type. */
    @Test
    @Timeout(60)
    void whatACompiledLoopDoesIsSeenWhileItRuns() throws Exception {
        MemoryModules modules = MemoryModules.of(Map.of("main", """
                function spin(step) { let n: any = 0; while (true) { n = n + step; if (n > 1000000) { n = 0.5 } } }
                spin(1)
                """));
        TypedProgram typed =
                ProgramChecker.check(modules.module("main"), modules, new Diagnostics()).orElseThrow();
        TypedFunction spin = typed.functions().get(new FunctionId("main", "spin"));
        Observations observations = new Observations();
        try (HostedProgram hosted = HostedProgram.of(
                typed, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), HURRIED, Optional.of(observations))) {
            CompletableFuture<Optional<HostedProgram.Failure>> ending = CompletableFuture.supplyAsync(hosted::run);
            long turns = 0;
            while (turns < 3_000_000 && !ending.isDone()) {
                Thread.onSpinWait();
                turns = observations.profile().of(spin.id()).stream()
                        .flatMap(f -> f.counts().values().stream())
                        .mapToLong(Long::longValue)
                        .sum();
            }
            hosted.interrupt();
            assertThat(ending.get()).hasValueSatisfying(f -> assertThat(f.kind()).contains(RunTimeErrorKind.INTERRUPTED));
        }
        assertThat(observations.profile().of(spin.id()).orElseThrow().values().values())
                .contains(Seen.of(PrimitiveType.INTEGER, PrimitiveType.FLOAT));
    }

    private static Profile observed(Path program, Map<String, String> options) throws IOException {
        FolderModules modules = FolderModules.of(program);
        TypedProgram typed =
                ProgramChecker.check(modules.main(), modules, new Diagnostics()).orElseThrow();
        Observations observations = new Observations();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (HostedProgram hosted = HostedProgram.of(
                typed, output, OutputStream.nullOutputStream(), options, Optional.of(observations))) {
            assertThat(hosted.run()).isEmpty();
        }
        assertThat(output.toString(StandardCharsets.UTF_8)).matches("(?s)[a-z]+: ok .*\n");
        return observations.profile();
    }

    /** One program of each construct: which one changes whenever programs are added, so that over time it is all. */
    @TestFactory
    Stream<DynamicTest> programsOfEveryConstructCompile() throws IOException {
        return ProgramSample.of(PROGRAMS).stream().map(f -> DynamicTest.dynamicTest(
                f.getParent().getFileName() + "/" + f.getFileName(),
                () -> assertThat(run(f).lines().toList()).isEqualTo(ProgramExpectation.of(f).output())));
    }

    private static String run(Path program) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Context context = hurried().out(output).err(OutputStream.nullOutputStream()).build()) {
            context.eval(Source.newBuilder(BlueScriptLanguage.ID, program.toFile()).build());
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    private static Context.Builder hurried() {
        return Context.newBuilder(BlueScriptLanguage.ID)
                .allowExperimentalOptions(true)
                .allowIO(IOAccess.ALL)
                .options(HURRIED);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(f -> f.toString().endsWith(".bs")).sorted().toList();
        }
    }
}
