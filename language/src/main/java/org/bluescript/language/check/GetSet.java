package org.bluescript.language.check;

import java.util.Map;
import java.util.Optional;

/**
 * The getter and the setter of a property that is not stored; at least one of them is there. They are methods under names that no
 * program can give to a method.
 */
record GetSet(String name, Optional<FunctionSymbol> getter, Optional<FunctionSymbol> setter) {
    static String getter(String name) {
        return "get " + name;
    }

    static String setter(String name) {
        return "set " + name;
    }

    /** What the name of a getter or setter is for; of any other method nothing. */
    static Optional<String> propertyOf(String method) {
        return method.startsWith("get ") || method.startsWith("set ")
                ? Optional.of(method.substring(4))
                : Optional.empty();
    }

    /** The getter and setter of the name among the members of one class. */
    static Optional<GetSet> among(Map<String, ? extends Symbol> members, String name) {
        Optional<FunctionSymbol> getter = function(members, getter(name));
        Optional<FunctionSymbol> setter = function(members, setter(name));
        return getter.isEmpty() && setter.isEmpty() ? Optional.empty() : Optional.of(new GetSet(name, getter, setter));
    }

    private static Optional<FunctionSymbol> function(Map<String, ? extends Symbol> members, String name) {
        return members.get(name) instanceof FunctionSymbol f ? Optional.of(f) : Optional.empty();
    }

    FunctionSymbol either() {
        return getter.or(() -> setter).orElseThrow();
    }
}
