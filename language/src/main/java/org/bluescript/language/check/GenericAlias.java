package org.bluescript.language.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.ast.Statement.TypeAlias;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/** A name for a type that depends on others. */
final class GenericAlias extends GenericType {
    private final TypeAlias node;
    private final Map<List<Type>, AliasSymbol> instances = new HashMap<>();

    GenericAlias(TypeAlias node, ModuleScope module, Scope around, String where) {
        super(node.name(), node.typeParameters(), module, around, where);
        this.node = node;
    }

    @Override
    public String kind() {
        return "generic type";
    }

    TypeAlias node() {
        return node;
    }

    /** What it stands for with the type arguments; mistakes in its text are found by {@link #checkText}. */
    Type instance(Round round, List<Type> arguments, Span use) {
        AliasSymbol known = instances.get(arguments);
        if (known == null) {
            Scope scope = generic(round).scopeWith(arguments);
            known = new AliasSymbol(node, module(), scope, where(), arguments, (others, span) -> instance(round, others, span));
            instances.put(arguments, known);
        }
        AliasSymbol alias = known;
        if (alias.type() == null && alias.active() > 0) {
            return types(round, alias).aliased(alias);
        }
        if (alias.type() == null) {
            round.instances().define(generic(round), arguments, node.span(), name() + ClassType.argumentList(arguments), use,
                    () -> types(round, alias).aliased(alias));
        }
        return alias.type();
    }

    private TypeResolver types(Round round, AliasSymbol alias) {
        return new TypeResolver(round, module(), alias.scope());
    }

    /** Reports the mistakes in its text. */
    void checkText(Round round) {
        instance(round, generic(round).representatives(), node.name().span());
    }
}
