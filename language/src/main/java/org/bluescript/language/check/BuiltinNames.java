package org.bluescript.language.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names that every program knows. */
final class BuiltinNames {
    private static final Map<String, Set<String>> NAMESPACES = Map.of(
            "Math", BuiltinFunction.namesIn("Math", Stream.of("PI", "E", "abs", "sign", "min", "max")),
            "console", new TreeSet<>(Set.of("log", "error")),
            "time", BuiltinFunction.namesIn("time", Stream.of()),
            "Array", new TreeSet<>(Set.of("isArray", "from", "of")),
            "memory", BuiltinFunction.namesIn("memory", Stream.of()));
    /** Functions that have members as well. */
    private static final Map<String, Set<String>> OF_FUNCTIONS = Map.of("String", Set.of("fromCharCode", "fromCodePoint"));
    private static final Set<String> FUNCTIONS =
            Set.of("print", "assert", "String", "Number", "Boolean", "parseInt", "parseFloat", "isNaN", "gc");
    private static final Map<String, Float> CONSTANTS = Map.of(
            "Math.PI", (float) Math.PI,
            "Math.E", (float) Math.E,
            "NaN", Float.NaN,
            "Infinity", Float.POSITIVE_INFINITY);

    private BuiltinNames() {}

    /** A scope with all of them. */
    static Scope scope() {
        Scope scope = Scope.outermost();
        NAMESPACES.keySet().forEach(n -> scope.declare(n, new BuiltinSymbol(n, true)));
        FUNCTIONS.forEach(n -> scope.declare(n, new BuiltinSymbol(n, false)));
        CONSTANTS.keySet().stream()
                .filter(n -> !n.contains("."))
                .forEach(n -> scope.declare(n, new BuiltinSymbol(n, false)));
        return scope;
    }

    /** What the built-in object or function has. */
    static Set<String> members(String namespace) {
        return NAMESPACES.getOrDefault(namespace, OF_FUNCTIONS.getOrDefault(namespace, Set.of()));
    }

    /** The value of a built-in constant, such as {@code Math.PI}. */
    static Optional<Float> constant(String qualifiedName) {
        return Optional.ofNullable(CONSTANTS.get(qualifiedName));
    }
}
