package org.bluescript.language.modules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.source.SourceFile;

/** Modules whose texts are given, for text that is not in files. */
public final class MemoryModules implements ModuleLoader {
    private final Map<String, ModuleSource> modules = new LinkedHashMap<>();

    private MemoryModules(Map<String, String> texts) {
        texts.forEach((path, text) ->
                modules.put(path, new ModuleSource(path, SourceFile.of(path + ".bs", text))));
    }

    /** {@code texts} by the modules' paths. */
    public static MemoryModules of(Map<String, String> texts) {
        return new MemoryModules(texts);
    }

    /** The module of this path, which must be there. */
    public ModuleSource module(String path) {
        return Optional.ofNullable(modules.get(path)).orElseThrow();
    }

    @Override
    public Answer load(ModuleSource importer, String from) {
        if (!ModulePath.isRelative(from)) {
            return Refused.of("there is no package \"" + from + "\"");
        }
        Optional<String> path = ModulePath.resolve(importer.path(), from);
        if (path.isEmpty()) {
            return Refused.of("the path \"" + from + "\" leaves the program's folder");
        }
        ModuleSource found = modules.get(path.get());
        return found == null ? Refused.of("there is no module \"" + from + "\"") : new Found(found);
    }
}
