package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a stretch of the program declares, and the scope around it. */
final class Scope {
    private final Optional<Scope> parent;
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();

    private Scope(Optional<Scope> parent) {
        this.parent = parent;
    }

    /** The outermost scope. */
    static Scope outermost() {
        return new Scope(Optional.empty());
    }

    static Scope in(Scope parent) {
        return new Scope(Optional.of(parent));
    }

    /** Whether the name was free in this very scope; if not, its meaning stays. */
    boolean declare(String name, Symbol symbol) {
        return symbols.putIfAbsent(name, symbol) == null;
    }

    /** What the name means here. */
    Optional<Symbol> find(String name) {
        Symbol own = symbols.get(name);
        return own != null ? Optional.of(own) : parent.flatMap(p -> p.find(name));
    }

    /** The type that the name means here; values of that name in inner scopes do not hide it. */
    Optional<Symbol> findType(String name) {
        Symbol own = symbols.get(name);
        return own != null && own.isType() ? Optional.of(own) : parent.flatMap(p -> p.findType(name));
    }

    /** What the name means in this very scope. */
    Optional<Symbol> findHere(String name) {
        return Optional.ofNullable(symbols.get(name));
    }

    /** All names that mean something here, inner ones first. */
    List<String> names() {
        List<String> names = new ArrayList<>(symbols.keySet());
        parent.ifPresent(p -> names.addAll(p.names()));
        return names;
    }
}
