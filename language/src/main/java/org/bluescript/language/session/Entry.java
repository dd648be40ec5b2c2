package org.bluescript.language.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluescript.language.modules.ModuleLoader;
import org.bluescript.language.modules.ModuleSource;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.typed.FunctionId;

/**
 * A line that has run, with all that is needed to make it part of a session again without running it.
 *
 * @param number of the line
 * @param modules those that it imports, directly or not, by who imports them by which name: {@link #key}
 * @param ended whether no error stopped it
 * @param places where the static data that it brought were put, in this order
 * @param held if functions that nobody could reach were given up behind the line: those that objects held
 */
record Entry(
        int number,
        String text,
        Map<String, ModuleText> modules,
        boolean ended,
        List<Integer> places,
        Optional<Set<FunctionId>> held) {
    /** @param name that messages show */
    record ModuleText(String path, String name, String text) {}

    static String key(ModuleSource importer, String from) {
        return importer.path() + "\n" + from;
    }

    /** A loader that finds what the line found. */
    ModuleLoader loader() {
        return (importer, from) -> {
            ModuleText module = modules.get(key(importer, from));
            return module == null
                    ? ModuleLoader.Refused.of("there is no module \"" + from + "\"")
                    : new ModuleLoader.Found(new ModuleSource(module.path(), SourceFile.of(module.name(), module.text())));
        };
    }
}
