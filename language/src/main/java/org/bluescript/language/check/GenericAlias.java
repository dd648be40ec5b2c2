package org.bluescript.language.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.ast.Statement.TypeAlias;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/** A name for a type that depends on others. */
final class GenericAlias implements Symbol {
    private final TypeAlias node;
    private final ModuleScope module;
    private final Scope around;
    private final String where;
    private final Map<List<Type>, AliasSymbol> instances = new HashMap<>();
    private Generic generic;

    /** {@code where} tells types of the same name apart that stand in different places. */
    GenericAlias(TypeAlias node, ModuleScope module, Scope around, String where) {
        this.node = node;
        this.module = module;
        this.around = around;
        this.where = where;
    }

    @Override
    public String name() {
        return node.name().text();
    }

    @Override
    public String kind() {
        return "generic type";
    }

    TypeAlias node() {
        return node;
    }

    /** The scope in which it stands. */
    Scope around() {
        return around;
    }

    /** Its type parameters. */
    Generic generic(Round round) {
        if (generic == null) {
            generic = new Generic(round, module, around, where + ":" + name(), node.typeParameters());
        }
        return generic;
    }

    /** What it stands for with the type arguments; mistakes in its text are found by {@link #checkText}. */
    Type instance(Round round, List<Type> arguments, Span use) {
        AliasSymbol known = instances.get(arguments);
        if (known == null) {
            Scope scope = generic(round).scopeWith(arguments);
            known = new AliasSymbol(node, module, scope, where, arguments, (others, span) -> instance(round, others, span));
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
        return new TypeResolver(round, module, alias.scope());
    }

    /** Reports the mistakes in its text. */
    void checkText(Round round) {
        instance(round, generic(round).representatives(), node.name().span());
    }
}
