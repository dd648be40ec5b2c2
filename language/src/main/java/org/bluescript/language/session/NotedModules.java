package org.bluescript.language.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bluescript.language.modules.ModuleLoader;
import org.bluescript.language.modules.ModuleSource;

/** Finds modules as another loader does, and notes what it has found. */
final class NotedModules implements ModuleLoader {
    private final ModuleLoader loader;
    private final Map<String, Entry.ModuleText> found = new LinkedHashMap<>();

    NotedModules(ModuleLoader loader) {
        this.loader = loader;
    }

    @Override
    public Answer load(ModuleSource importer, String from) {
        Answer answer = loader.load(importer, from);
        if (answer instanceof Found(ModuleSource(String path, var file))) {
            found.put(Entry.key(importer, from), new Entry.ModuleText(path, file.name(), file.text()));
        }
        return answer;
    }

    /** As an {@link Entry} has them. */
    Map<String, Entry.ModuleText> all() {
        return found;
    }
}
