package org.bluescript.language.check;

import java.util.Optional;
import java.util.Set;

/** Names of TypeScript that mean nothing here yet, so that a message can say so. */
final class LaterNames {
    private static final Set<String> VALUES = Set.of(
            "Object", "JSON", "Date", "Promise", "isFinite", "globalThis");
    private static final Set<String> METHODS = Set.of("match", "search");

    private LaterNames() {}

    /** The help for a name that stands for nothing. */
    static Optional<String> ofValue(String name) {
        return VALUES.contains(name) ? Optional.of("it is not in the language yet") : Optional.empty();
    }

    /** The help for a method that arrays, strings or numbers do not have. */
    static Optional<String> ofMethod(String name) {
        return METHODS.contains(name) ? Optional.of("it is not in the language yet") : Optional.empty();
    }
}
