package org.bluescript.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.bluescript.backend.emit.EmittedUnit;
import org.bluescript.backend.emit.ProgramEmitter;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** The project's own BlueScript programs, and the C that is emitted for them. */
public final class EmittedPrograms {
    private static final Path HOME = Path.of(System.getProperty("bluescript.home"));

    private EmittedPrograms() {}

    /** The examples, the benchmarks, and the programs that test the emitter. */
    public static List<Path> files() {
        return Stream.of("examples", "jmh/programs", "native-backend/src/test/emit")
                .flatMap(EmittedPrograms::below).sorted().toList();
    }

    private static Stream<Path> below(String folder) {
        try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".bs")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The C text of a program. It has no addresses in it: any will do for the data. */
    public static EmittedUnit emit(Path file) throws IOException {
        FolderModules modules = FolderModules.of(file);
        Diagnostics diagnostics = new Diagnostics();
        TypedProgram program = ProgramChecker.check(modules.main(), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
        return ProgramEmitter.emit(program, ProgramLayout.of(program, Address.of(0x2000_2000), builtInClasses()));
    }

    /** The same of a program that a host shares with a device. */
    public static EmittedUnit emitShared(TypedProgram program) {
        return ProgramEmitter.emit(program, ProgramLayout.shared(program, Address.of(0x2000_2000), builtInClasses()));
    }

    private static Map<String, Address> builtInClasses() {
        Map<String, Address> result = new LinkedHashMap<>();
        result.put("bs_class_string", Address.of(0x0800_1000));
        for (Element element : Element.values()) {
            String name = element.name().toLowerCase(Locale.ROOT);
            result.put("bs_class_array_" + name, Address.of(0x0800_1000));
            result.put("bs_class_vector_" + name, Address.of(0x0800_1000));
        }
        return result;
    }
}
