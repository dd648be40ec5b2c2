package org.bluescript.backend.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompileFailure;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
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
                compiler.compile(CSource.of(program.getFileName().toString(), emit(program).text()));
            }
        }
    }

    private static void compare(Path program) throws IOException {
        Path expected = program.resolveSibling(program.getFileName().toString().replace(".bs", ".c"));
        String text = emit(program).text();
        if (UPDATE) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }

    private static EmittedUnit emit(Path file) throws IOException {
        FolderModules modules = FolderModules.of(file);
        Diagnostics diagnostics = new Diagnostics();
        TypedProgram program = ProgramChecker.check(modules.main(), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
        return ProgramEmitter.emit(program, ProgramLayout.of(program, Address.of(0x2000_2000), builtInClasses()));
    }

    /** Emitted C has no addresses in it: any will do for the firmware's class records. */
    private static Map<String, Address> builtInClasses() {
        Map<String, Address> result = new LinkedHashMap<>();
        result.put("bs_class_string", Address.of(0x0800_1000));
        for (Element element : Element.values()) {
            String name = element.name().toLowerCase(java.util.Locale.ROOT);
            result.put("bs_class_array_" + name, Address.of(0x0800_1000));
            result.put("bs_class_vector_" + name, Address.of(0x0800_1000));
        }
        return result;
    }
}
