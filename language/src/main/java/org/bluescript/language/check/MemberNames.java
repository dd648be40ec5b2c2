package org.bluescript.language.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.bluescript.language.ast.ClassMember.Visibility;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/** What values of a type can be asked for, for those who complete names. */
final class MemberNames {
    private MemberNames() {}

    /** By name, each with its type as far as that is one. */
    static Map<String, String> of(Round round, Type type) {
        Map<String, String> result = new TreeMap<>();
        switch (type) {
            case NullableType t -> result.putAll(of(round, t.of()));
            case ClassType t -> add(round, Optional.ofNullable(round.classOf(t)), result);
            case InterfaceType t -> round.interfaceOf(t).members().values()
                    .forEach(m -> result.put(m.name(), m.type().toString()));
            case ArrayType t -> addBuiltIn(t, result);
            case TypedArrayType t -> result.put("length", "integer");
            case PrimitiveType t when t == PrimitiveType.STRING -> addBuiltIn(t, result);
            default -> {}
        }
        return result;
    }

    private static void addBuiltIn(Type type, Map<String, String> to) {
        to.put("length", "integer");
        BuiltinMethods.namesFor(type).forEach(n -> to.put(n, "method"));
    }

    private static void add(Round round, Optional<ClassSymbol> symbol, Map<String, String> to) {
        for (Optional<ClassSymbol> c = symbol; c.isPresent(); c = c.get().superclass()) {
            c.get().fields().values().stream()
                    .filter(f -> f.node().modifiers().visibility() == Visibility.PUBLIC)
                    .forEach(f -> to.putIfAbsent(f.name(), round.globals().typeOf(f).toString()));
            c.get().methods().values().stream()
                    .filter(m -> m.modifiers().visibility() == Visibility.PUBLIC)
                    .forEach(m -> GetSet.propertyOf(m.name()).ifPresentOrElse(
                            property -> to.putIfAbsent(property, "property"),
                            () -> to.putIfAbsent(m.name(), m.generic().isPresent() ? "method" : m.signature().toString())));
        }
    }
}
