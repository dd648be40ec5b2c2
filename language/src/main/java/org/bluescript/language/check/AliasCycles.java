package org.bluescript.language.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bluescript.language.ast.ClassMember;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.types.PrimitiveType;

/** Finds out from the text alone whether what an alias stands for mentions the alias. */
final class AliasCycles {
    private final Statement.TypeAlias wanted;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private AliasCycles(Statement.TypeAlias wanted) {
        this.wanted = wanted;
    }

    /** Whether the alias is one of the alternatives of what it stands for: then it stands for nothing. */
    static boolean standsForItself(AliasSymbol alias) {
        return new AliasCycles(alias.node()).isAlternative(alias.node().type(), alias.scope());
    }

    /** Whether a type that stands in the scope mentions the alias, however deep. */
    static boolean mentions(TypeNode node, Scope scope, AliasSymbol alias) {
        return new AliasCycles(alias.node()).mentions(node, scope);
    }

    private boolean isAlternative(TypeNode node, Scope scope) {
        return switch (node) {
            case TypeNode.Union n -> n.alternatives().stream().anyMatch(a -> isAlternative(a, scope));
            case TypeNode.Named n -> TypeResolver.find(scope, n).filter(s -> switch (s) {
                        // Of a circle that has been reported nothing more is said.
                        case AliasSymbol a -> a.type() != PrimitiveType.NEVER && isAlternative(a.node(), a.scope());
                        case GenericAlias a -> isAlternative(a.node(), a.around());
                        default -> false;
                    })
                    .isPresent();
            default -> false;
        };
    }

    private boolean isAlternative(Statement.TypeAlias alias, Scope scope) {
        return alias == wanted || seen.add(alias) && isAlternative(alias.type(), scope);
    }

    private boolean mentions(TypeNode node, Scope scope) {
        return switch (node) {
            case TypeNode.Union n -> anyMentions(n.alternatives(), scope);
            case TypeNode.Array n -> mentions(n.element(), scope);
            case TypeNode.Object n -> anyMentions(types(n.members()), scope);
            case TypeNode.Function n -> mentions(n.result(), scope) || anyMentions(types(n.parameters().stream()), scope);
            case TypeNode.Literal n -> false;
            case TypeNode.This n -> false;
            case TypeNode.Guard n -> mentions(n.type(), scope);
            case TypeNode.Named n -> anyMentions(n.arguments(), scope)
                    || TypeResolver.find(scope, n).filter(this::mentions).isPresent();
        };
    }

    private boolean anyMentions(List<? extends TypeNode> nodes, Scope scope) {
        return nodes.stream().anyMatch(n -> mentions(n, scope));
    }

    /** Types that are found at once where they are named; the members of other interfaces and classes can wait. */
    private boolean mentions(Symbol symbol) {
        return switch (symbol) {
            case AliasSymbol s -> s.node() == wanted || seen.add(s.node()) && mentions(s.node().type(), s.scope());
            case GenericAlias s -> s.node() == wanted || seen.add(s.node()) && mentions(s.node().type(), s.around());
            case GenericInterface s -> seen.add(s.node())
                    && (anyMentions(s.node().bases(), s.around()) || anyMentions(types(s.node().members()), s.around()));
            case GenericClass s -> seen.add(s.node())
                    && (anyMentions(s.node().superclass().stream().toList(), s.around())
                            || s.node().members().stream().anyMatch(m -> anyMentions(types(m), s.around())));
            default -> false;
        };
    }

    private static List<TypeNode> types(List<TypeNode.Member> members) {
        return members.stream().map(TypeNode.Member::type).toList();
    }

    private static List<TypeNode> types(Stream<Parameter> parameters) {
        return parameters.map(Parameter::type).flatMap(Optional::stream).toList();
    }

    private static List<TypeNode> types(ClassMember member) {
        return switch (member) {
            case ClassMember.Property m -> m.type().stream().toList();
            case ClassMember.Accessor m -> types(m.function());
            case ClassMember.Method m -> types(m.function());
            case ClassMember.Constructor m -> types(m.function());
        };
    }

    private static List<TypeNode> types(FunctionNode function) {
        return Stream.concat(types(function.parameters().stream()).stream(), function.result().stream()).toList();
    }
}
