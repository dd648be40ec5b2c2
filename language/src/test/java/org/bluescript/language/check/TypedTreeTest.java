package org.bluescript.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The typed trees of the programs in {@code src/test/typed}, compared with the {@code .typed} files beside them. With
 * {@code -Dgolden.rewrite=true} the files are written anew, to be reviewed in the diff.
 */
class TypedTreeTest {
    private static final Path PROGRAMS = Path.of("src/test/typed");

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.filter(f -> f.toString().endsWith(".bs")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void treeIsAsExpected(Path program) throws IOException {
        Path expected = Path.of(program.toString().replaceAll("\\.bs$", ".typed"));
        String tree = TypedTreePrinter.print(check(program));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(expected, tree);
        }
        assertThat(tree).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void nothingIsLeftToFindOut(Path program) throws IOException {
        assertThat(TypedTreePrinter.print(check(program))).doesNotContain("UNKNOWN", "never[]");
    }

    private static TypedProgram check(Path program) throws IOException {
        FolderModules modules = FolderModules.of(program);
        Diagnostics diagnostics = new Diagnostics();
        return ProgramChecker.check(modules.main(), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }
}
