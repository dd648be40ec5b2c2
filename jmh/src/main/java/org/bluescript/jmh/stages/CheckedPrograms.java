package org.bluescript.jmh.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.language.check.TypeChecker;
import org.bluescript.language.infer.Inference;
import org.bluescript.language.modules.ErrorsModule;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.modules.ModuleGraph;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.modules.TimersModule;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.typed.TypedProgram;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The programs between the parser and the backend. */
@State(Scope.Benchmark)
public class CheckedPrograms {
    private final List<List<ParsedModule>> parsed = new ArrayList<>();
    private List<TypedProgram> checked;

    @Setup(Level.Trial)
    public void check(Programs programs) {
        programs.files().forEach(file -> parsed.add(parsed(file)));
        checked = parsed.stream().map(CheckedPrograms::checked).toList();
    }

    /** The modules of each program, those of the language's own that it needs included. */
    List<List<ParsedModule>> parsed() {
        return parsed;
    }

    List<TypedProgram> checked() {
        return checked;
    }

    private static List<ParsedModule> parsed(SourceFile file) {
        MemoryModules modules = MemoryModules.of(Map.of("main", file.text()));
        Diagnostics diagnostics = new Diagnostics();
        return ErrorsModule.addedTo(TimersModule.addedTo(ModuleGraph.of(modules.module("main"), modules, diagnostics)));
    }

    static TypedProgram checked(List<ParsedModule> modules) {
        Diagnostics diagnostics = new Diagnostics();
        return TypeChecker.check(modules, diagnostics).orElseThrow(() -> new IllegalStateException(diagnostics.all().toString()));
    }

    /** What a program is before it runs, the same as the command makes of it. */
    static TypedProgram inferred(TypedProgram program) {
        TypedProgram typed = Specializer.specialize(Inference.inferred(program));
        return Inference.hasWords(program) ? Specializer.specialize(Inference.inferred(typed)) : typed;
    }
}
