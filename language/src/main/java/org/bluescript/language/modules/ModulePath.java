package org.bluescript.language.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arithmetic on the paths of modules, which are relative to the source folder. */
final class ModulePath {
    private ModulePath() {}

    /** Whether an import means a module of the program rather than a package. */
    static boolean isRelative(String from) {
        return from.startsWith("./") || from.startsWith("../");
    }

    /** The path that {@code from} means in the module {@code importer}; nothing if it leaves the source folder. */
    static Optional<String> resolve(String importer, String from) {
        List<String> parts = new ArrayList<>(List.of(importer.split("/")));
        parts.removeLast();
        for (String part : from.split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
