package org.bluescript.backend.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bluescript.backend.Corpus;
import org.bluescript.backend.EmittedPrograms;
import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompileFailure;
import org.bluescript.backend.compile.CompilerLibrary;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CompilerOptions.Level;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.backend.elf.ObjectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every byte that our linker writes is the one that GNU ld writes. */
class AgainstGnuLinkerTest {
    private static final Libraries LIBGCC = Libraries.none().with(CompilerLibrary.find(CompilerOptions.standard()));

    @TempDir
    Path folder;

    static Stream<CSource> corpus() {
        return Corpus.sources();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void anObjectOfTheCorpus(CSource source) throws Exception {
        compare(List.of(compile(source, CompilerOptions.standard())));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void anUnoptimisedObject(CSource source) throws Exception {
        compare(List.of(compile(source, CompilerOptions.of(Level.O0))));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void anObjectWithoutLiteralPools(CSource source) throws Exception {
        compare(List.of(compile(source, CompilerOptions.of(Level.O3).with("-mslow-flash-data", "-mlong-calls"))));
    }

    static Stream<Path> programs() {
        return EmittedPrograms.files().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void anObjectOfOneOfOurPrograms(Path program) throws Exception {
        CSource source = CSource.of(program.getFileName().toString(), EmittedPrograms.emit(program).text());
        compare(List.of(compile(source, CompilerOptions.standard())));
    }

    @Test
    void allObjectsTogether() throws Exception {
        compare(Corpus.sources().map(source -> compileUnchecked(source, CompilerOptions.standard())).toList());
    }

    @Test
    void onlyWhatTheRootsNeed() throws Exception {
        List<ObjectCode> all = Corpus.sources()
                .map(source -> compileUnchecked(source, CompilerOptions.standard())).toList();
        LinkedImage image = new GnuLinker(folder, LIBGCC).compare(all, Set.of("call", "divide_long"));
        assertThat(image.globals()).containsKeys("call", "even", "odd", "elsewhere", "__aeabi_ldivmod")
                .doesNotContainKeys("area", "matrix", "apply");
    }

    @Test
    void variablesInCommon() throws Exception {
        CompilerOptions common = CompilerOptions.standard().with("-fcommon");
        LinkedImage image = compare(List.of(
                compile(CSource.of("a", "int shared[2]; int own; int *f(void) { return own ? shared : shared + 1; }"),
                        common),
                compile(CSource.of("b", "int shared[20]; char c; int g(void) { return shared[19] + c; }"), common)));
        assertThat(image.symbols()).filteredOn(symbol -> symbol.name().equals("shared"))
                .hasSize(1).allMatch(symbol -> symbol.size() == 80);
    }

    private LinkedImage compare(List<ObjectCode> units) throws LinkFailure, IOException {
        return new GnuLinker(folder, LIBGCC).compare(units);
    }

    private static ObjectCode compile(CSource source, CompilerOptions options) throws CompileFailure {
        try (PlainGcc gcc = new PlainGcc(options, RuntimeHeaders.installed())) {
            return gcc.compile(source);
        }
    }

    private static ObjectCode compileUnchecked(CSource source, CompilerOptions options) {
        try {
            return compile(source, options);
        } catch (CompileFailure e) {
            throw new AssertionError(e);
        }
    }
}
