package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * Finds what a union stands for that mentions itself, as {@code type Expr = { value: integer } | { left: Expr; right: Expr }}.
 * Its object types become interfaces known by their place in it, so that the union is known before their members are. If
 * arrays or functions of it are among its types ({@code type Json = string | Json[]}), it is itself known by its name.
 */
final class RecursiveAlias {
    private final Round round;
    private final AliasSymbol alias;
    private final List<Alternative> alternatives = new ArrayList<>();
    private final List<Runnable> members = new ArrayList<>();

    /** One of the types, with where it is written: another alias may be among the alternatives. */
    private record Alternative(TypeNode node, ModuleScope module, Scope scope) {}

    RecursiveAlias(Round round, AliasSymbol alias) {
        this.round = round;
        this.alias = alias;
    }

    /** Gives the alias its type, and then the types in it their members. */
    void resolve() {
        collect(new Alternative(alias.node().type(), alias.module(), alias.scope()));
        Set<Type> known = new LinkedHashSet<>();
        List<Alternative> later = new ArrayList<>();
        for (Alternative a : alternatives) {
            if (!AliasCycles.mentions(a.node(), a.scope(), alias)) {
                known.addAll(Unions.membersOf(resolver(a).resolve(a.node())));
            } else if (a.node() instanceof TypeNode.Object object) {
                known.add(named(object, a));
            } else {
                later.add(a);
            }
        }
        if (later.isEmpty() || known.contains(PrimitiveType.ANY)) {
            alias.setType(Unions.of(known));
        } else {
            name(known, later);
        }
        members.forEach(Runnable::run);
    }

    private void collect(Alternative a) {
        if (a.node() instanceof TypeNode.Union union) {
            union.alternatives().forEach(n -> collect(new Alternative(n, a.module(), a.scope())));
            return;
        }
        Optional<AliasSymbol> other = a.node() instanceof TypeNode.Named named
                ? TypeResolver.find(a.scope(), named).filter(AliasSymbol.class::isInstance).map(AliasSymbol.class::cast)
                : Optional.empty();
        if (other.isPresent() && other.get().type() == null && AliasCycles.mentions(a.node(), a.scope(), alias)) {
            AliasSymbol o = other.get();
            collect(new Alternative(o.node().type(), o.module(), o.scope()));
        } else {
            alternatives.add(a);
        }
    }

    private TypeResolver resolver(Alternative a) {
        return new TypeResolver(round, a.module(), a.scope());
    }

    /** The interface that an object type among the alternatives becomes; its members are found later. */
    private InterfaceType named(TypeNode.Object node, Alternative a) {
        int index = alternatives.indexOf(a);
        String shown = node.span().text().replaceAll("\\s+", " ");
        InterfaceType type = new InterfaceType(alias.where() + ":" + alias.node().name() + "#" + index, shown, alias.arguments());
        InterfaceSymbol symbol = new InterfaceSymbol(type, a.module(), node.span(), List.of(), node.members());
        symbol.setInstances((arguments, use) -> {
            alias.instance(arguments, use);
            return new InterfaceType(type.module(), type.name(), arguments);
        });
        round.interfaces().put(type, symbol);
        members.add(() -> new InterfaceDeclarations(round, a.module(), resolver(a)).resolve(symbol));
        return type;
    }

    /** Makes a union with a name, so that the types that are still to be found can mention it. */
    private void name(Set<Type> known, List<Alternative> later) {
        boolean ofReferences = known.stream().allMatch(Type::isReference);
        boolean isNullable = ofReferences && known.remove(PrimitiveType.NULL);
        if (known.size() + later.size() < 2 || known.contains(PrimitiveType.NEVER)) {
            if (!known.contains(PrimitiveType.NEVER)) {
                alias.reportContainsItself(round);
            }
            alias.setType(PrimitiveType.NEVER);
            return;
        }
        UnionType union = UnionType.recursive(
                alias.where(),
                alias.node().name().text(),
                alias.arguments(),
                ofReferences ? Representation.REFERENCE : Representation.WORD);
        round.recursiveUnions().put(union, alias);
        alias.setType(isNullable ? new NullableType(union) : union);
        Set<Type> all = new LinkedHashSet<>(known);
        for (Alternative a : later) {
            all.add(resolver(a).resolve(a.node()));
        }
        if (all.remove(PrimitiveType.NEVER) || all.size() < 2) {
            // The mistake has been reported; what it made of the alias has been passed on already.
            all.addAll(List.of(PrimitiveType.STRING, PrimitiveType.BOOLEAN));
        }
        union.complete(all);
    }
}
