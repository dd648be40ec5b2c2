package org.bluescript.language.check;

import java.util.List;
import java.util.function.BiFunction;

import org.bluescript.language.ast.Statement.TypeAlias;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.Type;

/** Another name for a type, or a generic one for some type arguments. What it stands for is found when somebody needs it. */
final class AliasSymbol implements Symbol {
    private final TypeAlias node;
    private final ModuleScope module;
    private final Scope scope;
    private final String where;
    private final List<Type> arguments;
    private final BiFunction<List<Type>, Span, Type> instances;
    private int active;
    private Type type;

    /** {@code scope} is where the alias stands, and so where the names in it have their meaning; {@code where} tells such places apart. */
    AliasSymbol(TypeAlias node, ModuleScope module, Scope scope, String where) {
        this(node, module, scope, where, List.of(), (arguments, use) -> {
            throw new IllegalStateException("no type parameters: " + node.name());
        });
    }

    /** What a generic alias is for the type arguments, which {@code scope} knows; {@code instances} gives what it is for others. */
    AliasSymbol(
            TypeAlias node,
            ModuleScope module,
            Scope scope,
            String where,
            List<Type> arguments,
            BiFunction<List<Type>, Span, Type> instances) {
        this.node = node;
        this.module = module;
        this.scope = scope;
        this.where = where;
        this.arguments = arguments;
        this.instances = instances;
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

    /** What tells the place of the declaration from others. */
    String where() {
        return where;
    }

    List<Type> arguments() {
        return arguments;
    }

    /** What the generic alias that this is an instance of is for other type arguments. */
    Type instance(List<Type> others, Span use) {
        return instances.apply(others, use);
    }

    /** Null until found. */
    Type type() {
        return type;
    }

    void setType(Type found) {
        type = found;
    }

    /** How often its type is just being found: twice, if a type around it is found on the way. */
    int active() {
        return active;
    }

    void enter() {
        active++;
    }

    void leave() {
        active--;
    }

    /** Says that there is no type that it could stand for. */
    void reportContainsItself(Round round) {
        round.error(
                node.name().span(),
                "the type \"" + name() + "\" contains itself in a way that no type can",
                "declare a class or an interface");
    }
}
