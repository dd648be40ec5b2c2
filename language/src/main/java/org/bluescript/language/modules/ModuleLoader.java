package org.bluescript.language.modules;

import java.util.Optional;

/** Finds the modules that a program imports. */
public interface ModuleLoader {
    /** Finds what {@code from} means in an import of {@code importer}. The same module is found as an equal path each time. */
    Answer load(ModuleSource importer, String from);

    /** What came of it. */
    sealed interface Answer {}

    record Found(ModuleSource module) implements Answer {}

    /** There is no such module, or it may not be used; the texts are those of the compile error. */
    record Refused(String message, Optional<String> help) implements Answer {
        public static Refused of(String message) {
            return new Refused(message, Optional.empty());
        }

        public static Refused of(String message, String help) {
            return new Refused(message, Optional.of(help));
        }
    }
}
