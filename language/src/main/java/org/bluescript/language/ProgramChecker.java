package org.bluescript.language;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.check.TypeChecker;
import org.bluescript.language.modules.ErrorsModule;
import org.bluescript.language.modules.ModuleGraph;
import org.bluescript.language.modules.ModuleLoader;
import org.bluescript.language.modules.ModuleSource;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.modules.TimersModule;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** The way from text to the typed tree. */
public final class ProgramChecker {

    private ProgramChecker() {}

    /**
     * The meaning of the program that begins with {@code main}, with all modules that it imports; nothing if there are mistakes,
     * all of which are added to {@code diagnostics}.
     */
    public static Optional<TypedProgram> check(ModuleSource main, ModuleLoader loader, Diagnostics diagnostics) {
        List<ParsedModule> modules = ModuleGraph.of(main, loader, diagnostics);
        return TypeChecker.check(ErrorsModule.addedTo(TimersModule.addedTo(modules)), diagnostics);
    }
}
