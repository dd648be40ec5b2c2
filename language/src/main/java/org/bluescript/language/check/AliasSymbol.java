package org.bluescript.language.check;

import org.bluescript.language.ast.Statement.TypeAlias;
import org.bluescript.language.types.Type;

/** Another name for a type. What it stands for is found when somebody needs it. */
final class AliasSymbol implements Symbol {
    private final TypeAlias node;
    private final ModuleScope module;
    private final Scope scope;
    private boolean active;
    private Type type;

    /** {@code scope} is where the alias stands, and so where the names in it have their meaning. */
    AliasSymbol(TypeAlias node, ModuleScope module, Scope scope) {
        this.node = node;
        this.module = module;
        this.scope = scope;
    }

    @Override
    public String name() {
        return node.name().text();
    }

    @Override
    public String kind() {
        return "type";
    }

    TypeAlias node() {
        return node;
    }

    ModuleScope module() {
        return module;
    }

    Scope scope() {
        return scope;
    }

    /** Null until found. */
    Type type() {
        return type;
    }

    void setType(Type found) {
        type = found;
    }

    /** Whether its type is just being found. */
    boolean isActive() {
        return active;
    }

    void setActive(boolean now) {
        active = now;
    }
}
