package org.bluescript.language.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bluescript.language.typed.Builtin;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** A built-in function with a fixed number of parameters of fixed types. */
record BuiltinFunction(Builtin builtin, List<Type> parameters, Type result) {
    private static final Type INTEGER = PrimitiveType.INTEGER;
    private static final Type FLOAT = PrimitiveType.FLOAT;
    private static final Type STRING = PrimitiveType.STRING;
    private static final Type VOID = PrimitiveType.VOID;

    private static final Map<String, BuiltinFunction> ALL = Map.ofEntries(
            Map.entry("parseInt", new BuiltinFunction(Builtin.PARSE_INT, List.of(STRING), INTEGER)),
            Map.entry("parseFloat", new BuiltinFunction(Builtin.PARSE_FLOAT, List.of(STRING), FLOAT)),
            Map.entry("isNaN", new BuiltinFunction(Builtin.IS_NAN, List.of(FLOAT), PrimitiveType.BOOLEAN)),
            Map.entry("stringOf", new BuiltinFunction(Builtin.STRING_OF_BYTES, List.of(TypedArrayType.UINT8), STRING)),
            Map.entry("bitsOf", new BuiltinFunction(Builtin.FLOAT_BITS, List.of(FLOAT), INTEGER)),
            Map.entry("gc", new BuiltinFunction(Builtin.GC, List.of(), VOID)),
            Map.entry("memory.free", new BuiltinFunction(Builtin.MEMORY_FREE, List.of(), INTEGER)),
            Map.entry("memory.used", new BuiltinFunction(Builtin.MEMORY_USED, List.of(), INTEGER)),
            Map.entry("time.now", new BuiltinFunction(Builtin.TIME_NOW, List.of(), INTEGER)),
            Map.entry("time.micros", new BuiltinFunction(Builtin.TIME_MICROS, List.of(), INTEGER)),
            Map.entry("time.delay", new BuiltinFunction(Builtin.TIME_DELAY, List.of(INTEGER), VOID)),
            Map.entry("Math.imul", new BuiltinFunction(Builtin.IMUL, List.of(INTEGER, INTEGER), INTEGER)),
            Map.entry("Math.random", new BuiltinFunction(Builtin.RANDOM, List.of(), FLOAT)),
            Map.entry("Math.floor", toInteger(Builtin.FLOOR)),
            Map.entry("Math.ceil", toInteger(Builtin.CEIL)),
            Map.entry("Math.round", toInteger(Builtin.ROUND)),
            Map.entry("Math.trunc", toInteger(Builtin.TRUNC)),
            Map.entry("Math.sqrt", unary(Builtin.SQRT)),
            Map.entry("Math.sin", unary(Builtin.SIN)),
            Map.entry("Math.cos", unary(Builtin.COS)),
            Map.entry("Math.tan", unary(Builtin.TAN)),
            Map.entry("Math.asin", unary(Builtin.ASIN)),
            Map.entry("Math.acos", unary(Builtin.ACOS)),
            Map.entry("Math.atan", unary(Builtin.ATAN)),
            Map.entry("Math.exp", unary(Builtin.EXP)),
            Map.entry("Math.log", unary(Builtin.LOG)),
            Map.entry("Math.log2", unary(Builtin.LOG2)),
            Map.entry("Math.log10", unary(Builtin.LOG10)),
            Map.entry("Math.atan2", binary(Builtin.ATAN2)),
            Map.entry("Math.pow", binary(Builtin.POW)),
            Map.entry("Math.hypot", binary(Builtin.HYPOT)));

    /** The function of this name, {@code sqrt} in {@code Math} being {@code Math.sqrt}. */
    static Optional<BuiltinFunction> find(String qualifiedName) {
        return Optional.ofNullable(ALL.get(qualifiedName));
    }

    /** The names of the functions in a namespace, and more. */
    static Set<String> namesIn(String namespace, Stream<String> more) {
        String prefix = namespace + ".";
        return Stream.concat(
                        more,
                        ALL.keySet().stream()
                                .filter(n -> n.startsWith(prefix))
                                .map(n -> n.substring(prefix.length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the function gives a whole number for a float, so that an integer is its own result. */
    boolean isRounding() {
        return result == INTEGER && parameters.equals(List.of(FLOAT));
    }

    private static BuiltinFunction toInteger(Builtin builtin) {
        return new BuiltinFunction(builtin, List.of(FLOAT), INTEGER);
    }

    private static BuiltinFunction unary(Builtin builtin) {
        return new BuiltinFunction(builtin, List.of(FLOAT), FLOAT);
    }

    private static BuiltinFunction binary(Builtin builtin) {
        return new BuiltinFunction(builtin, List.of(FLOAT, FLOAT), FLOAT);
    }
}
