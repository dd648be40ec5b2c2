package org.bluescript.backend.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.bluescript.backend.EmittedPrograms;
import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompileFailure;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The C that is emitted for the programs in {@code src/test/emit}: each {@code .bs} has its {@code .c} beside it, rewritten with
 * {@code -Dupdate=true} and reviewed in the diff.
 */
class EmissionTest {
    private static final Path FOLDER = Path.of("src/test/emit");
    private static final boolean UPDATE = Boolean.getBoolean("update");

    @TestFactory
    Stream<DynamicTest> emittedCIsAsExpected() throws IOException {
        List<Path> programs;
        try (Stream<Path> files = Files.list(FOLDER)) {
            programs = files.filter(f -> f.toString().endsWith(".bs")).sorted().toList();
        }
        assertThat(programs).isNotEmpty();
        return programs.stream().map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> compare(p)));
    }

    @Test
    void emittedCIsCorrectC() throws IOException, CompileFailure {
        try (CrossCompiler compiler = new PlainGcc(CompilerOptions.standard(), RuntimeHeaders.installed());
                Stream<Path> files = Files.list(FOLDER)) {
            for (Path program : files.filter(f -> f.toString().endsWith(".bs")).toList()) {
                compiler.compile(CSource.of(program.getFileName().toString(), EmittedPrograms.emit(program).text()));
            }
        }
    }

    private static void compare(Path program) throws IOException {
        Path expected = program.resolveSibling(program.getFileName().toString().replace(".bs", ".c"));
        String text = EmittedPrograms.emit(program).text();
        if (UPDATE) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }
}
