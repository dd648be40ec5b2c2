package org.bluescript.backend.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluescript.backend.Corpus;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways to the compiler, with the real one. */
class CrossCompilerTest {
    private static PlainGcc plain;
    private static PrewarmedGcc prewarmed;

    @BeforeAll
    static void start() {
        plain = new PlainGcc(CompilerOptions.standard(), RuntimeHeaders.installed());
        prewarmed = new PrewarmedGcc(CompilerOptions.standard(), RuntimeHeaders.installed());
    }

    @AfterAll
    static void stop() {
        plain.close();
        prewarmed.close();
    }

    static Stream<CrossCompiler> compilers() {
        return Stream.of(plain, prewarmed);
    }

    static Stream<CSource> corpus() {
        return Corpus.sources();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("corpus")
    void bothGiveTheSameBytes(CSource source) throws CompileFailure {
        assertThat(prewarmed.compile(source).elf().bytes().toArray())
                .isEqualTo(plain.compile(source).elf().bytes().toArray());
    }

    @Test
    void theInstallationsPathIsNotInTheObject() throws CompileFailure {
        byte[] bytes = plain.compile(CSource.of("unit", "int f(float x) { return bs_float_to_integer(x); }"))
                .elf().bytes().toArray();
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(RuntimeHeaders.installed().home().toString())
                .doesNotContain("bluescript-cc");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void everyErrorIsReportedAtItsLineAndColumn(CrossCompiler compiler) {
        CSource source = CSource.of("two mistakes", "int f(void)\n{\n    return missing;\n}\nint x = ;\n");
        CompileFailure failure = catchThrowableOfType(CompileFailure.class, () -> compiler.compile(source));
        assertThat(failure.diagnostics()).extracting(CDiagnostic::line).containsExactly(3, 5);
        assertThat(failure.diagnostics()).extracting(CDiagnostic::column).containsExactly(12, 9);
        assertThat(failure.diagnostics().getFirst().message()).contains("'missing' undeclared");
        assertThat(failure.diagnostics().getFirst().notes()).hasSize(1);
        assertThat(failure).hasMessageStartingWith("two mistakes:3:12: 'missing' undeclared");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void warningsAreNotErrors(CrossCompiler compiler) throws CompileFailure {
        CSource source = CSource.of("warned", "#warning look here\nint f(int *p) { return p == 4; }\n");
        assertThat(compiler.compile(source).name()).isEqualTo("warned");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void aWarningsNotesAreNotAddedToAnError(CrossCompiler compiler) {
        CSource source = CSource.of("unit", "int x = nothing;\n#define A 1\n#define A 2\n");
        CompileFailure failure = catchThrowableOfType(CompileFailure.class, () -> compiler.compile(source));
        assertThat(failure.diagnostics()).hasSize(1);
        assertThat(failure.diagnostics().getFirst().notes()).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void aMistakeInAssemblyIsReportedAtItsLine(CrossCompiler compiler) {
        CSource source = CSource.of("unit", "int f(int x)\n{\n    x++;\n    __asm__ volatile(\"nonsense r1\");\n    return x;\n}\n");
        CompileFailure failure = catchThrowableOfType(CompileFailure.class, () -> compiler.compile(source));
        assertThat(failure.diagnostics()).hasSize(1);
        assertThat(failure.diagnostics().getFirst().line()).isEqualTo(4);
        assertThat(failure.diagnostics().getFirst().message()).contains("nonsense");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void anUndeclaredFunctionIsAnError(CrossCompiler compiler) {
        CompileFailure failure = catchThrowableOfType(CompileFailure.class,
                () -> compiler.compile(CSource.of("unit", "int f(void) { return g(); }")));
        assertThat(failure.diagnostics().getFirst().message()).contains("implicit declaration of function 'g'");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void aMissingHeaderIsFatal(CrossCompiler compiler) {
        CompileFailure failure = catchThrowableOfType(CompileFailure.class,
                () -> compiler.compile(CSource.of("unit", "\n#include \"nowhere.h\"\n")));
        assertThat(failure.diagnostics().getFirst().severity()).isEqualTo(CDiagnostic.Severity.FATAL);
        assertThat(failure.diagnostics().getFirst().line()).isEqualTo(2);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void anUnfinishedTextIsAnError(CrossCompiler compiler) {
        assertThatThrownBy(() -> compiler.compile(CSource.of("unit", "int f(void) { /*")))
                .isInstanceOf(CompileFailure.class);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void theCompilerWorksAfterAFailure(CrossCompiler compiler) throws CompileFailure {
        assertThatThrownBy(() -> compiler.compile(CSource.of("unit", "?"))).isInstanceOf(CompileFailure.class);
        assertThat(compiler.compile(CSource.of("unit", "int x;")).elf().symbols())
                .anyMatch(symbol -> symbol.name().equals("x"));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void aNameMayHoldAnything(CrossCompiler compiler) throws CompileFailure {
        String name = "odd \"name\" \\ %s:1:2: error: ü";
        assertThat(compiler.compile(CSource.of(name, "int x;")).name()).isEqualTo(name);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void assemblyIsReadable(CrossCompiler compiler) throws CompileFailure {
        String text = compiler.assembly(CSource.of("unit", "int f(int x) { return x + 1; }"));
        assertThat(text).contains("f:").contains("adds\tr0, r0, #1").doesNotContain(".debug_info");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("compilers")
    void severalThreadsMayCompileAtOnce(CrossCompiler compiler) {
        List<CompletableFuture<ObjectCode>> running = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> compileUnchecked(compiler, i)))
                .toList();
        for (int i = 0; i < running.size(); i++) {
            String expected = "f" + i;
            assertThat(running.get(i).join().elf().symbols()).anyMatch(symbol -> symbol.name().equals(expected));
        }
    }

    private static ObjectCode compileUnchecked(CrossCompiler compiler, int i) {
        try {
            return compiler.compile(CSource.of("unit" + i, "int f" + i + "(void) { return " + i + "; }"));
        } catch (CompileFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLineStandsForItsPosition() {
        CSource source = new CSource("unit", "int x;\nint y;\n", new int[] {7, CSource.NO_POSITION});
        assertThat(IntStream.of(-1, 0, 1, 2, 3, 99).map(source::position))
                .containsExactly(-1, -1, 7, -1, -1, -1);
    }

    @Test
    void anInstallationWithoutHeadersIsRefused(@TempDir Path empty) {
        ToolchainException failure = catchThrowableOfType(ToolchainException.class, () -> RuntimeHeaders.in(empty));
        assertThat(failure.problem()).isInstanceOf(ToolchainProblem.MissingFile.class);
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws CompileFailure, IOException {
        Path folder;
        try (PrewarmedGcc compiler = new PrewarmedGcc(CompilerOptions.standard(), RuntimeHeaders.installed(), 1)) {
            folder = compiler.folder();
            compiler.compile(CSource.of("unit", "int x;"));
            assertThat(Files.isDirectory(folder)).isTrue();
        }
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void aKilledCompilerIsReplaced() throws CompileFailure {
        try (PrewarmedGcc compiler = new PrewarmedGcc(CompilerOptions.standard(), RuntimeHeaders.installed(), 1)) {
            compiler.killWaiting();
            assertThat(compiler.compile(CSource.of("unit", "int x;")).name()).isEqualTo("unit");
        }
    }
}
