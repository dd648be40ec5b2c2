package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Makes the members of interfaces and object types known. */
final class InterfaceDeclarations {
    private final Round round;
    private final ModuleScope module;
    private final TypeResolver types;

    InterfaceDeclarations(Round round, ModuleScope module, TypeResolver types) {
        this.round = round;
        this.module = module;
        this.types = types;
    }

    /** Finds the members, the inherited ones first. */
    void resolve(InterfaceSymbol symbol) {
        if (symbol.isResolved()) {
            return;
        }
        symbol.setResolved();
        for (TypeNode.Named base : symbol.bases()) {
            types.resolveInterface(base).ifPresent(b -> inherit(symbol, b, base));
        }
        symbol.written().forEach(m -> declare(symbol, m));
    }

    /** The type of an object type without a name: equal members are equal types. */
    Type anonymous(TypeNode.Object node) {
        InterfaceSymbol draft = new InterfaceSymbol(
                new InterfaceType(module.path(), "{}"), module, node.span(), List.of(), node.members());
        resolve(draft);
        if (draft.members().values().stream().anyMatch(m -> Assignability.isUnknown(m.type()))) {
            return PrimitiveType.NEVER;
        }
        InterfaceType type = new InterfaceType(text(draft, true), text(draft, false));
        InterfaceSymbol symbol = new InterfaceSymbol(type, module, node.span(), List.of(), node.members());
        symbol.setResolved();
        symbol.members().putAll(draft.members());
        round.interfaces().putIfAbsent(type, symbol);
        return type;
    }

    private void inherit(InterfaceSymbol symbol, InterfaceSymbol base, TypeNode.Named written) {
        if (!base.isResolved()) {
            resolve(base);
        } else if (base == symbol || base.module() == module && isBelow(base, symbol)) {
            round.error(written.span(), "the interface \"" + symbol.name() + "\" extends itself");
            return;
        }
        base.members().forEach((name, member) -> {
            ShapeMember other = symbol.members().putIfAbsent(name, member);
            if (other != null && !other.type().equals(member.type())) {
                round.error(
                        written.span(),
                        "the property \"" + name + "\" is " + other.type() + " in one of the interfaces and "
                                + member.type() + " in another");
            }
        });
    }

    /** Whether {@code symbol} names {@code ancestor} among its bases, or their bases. */
    private boolean isBelow(InterfaceSymbol symbol, InterfaceSymbol ancestor) {
        return symbol.bases().stream()
                .map(b -> round.onTrial(() -> types.findInterface(b)))
                .flatMap(Optional::stream)
                .anyMatch(b -> b == ancestor || b != symbol && b.module() == module && isBelow(b, ancestor));
    }

    private void declare(InterfaceSymbol symbol, TypeNode.Member node) {
        String name = node.name().text();
        TypeResolver inside = node.isMethod() ? types.withThis(symbol.type()) : types;
        Optional<Generic> parameters = parameters(symbol, node);
        Type written = parameters.map(g -> inside.in(g.scopeWith(g.placeholders()))).orElse(inside).resolve(node.type());
        Type type = node.isOptional() && !Assignability.isUnknown(written) ? TypeResolver.orNull(written) : written;
        ShapeMember member =
                new ShapeMember(
                        node.name(),
                        parameters.map(g -> new GenericMethod(g, arguments -> (FunctionType)
                                round.onTrial(() -> inside.in(g.scopeWith(arguments)).resolve(node.type())))),
                        type,
                        types.literals(node.type()),
                        node.isMethod(),
                        node.isReadonly(),
                        node.isOptional());
        ShapeMember before = symbol.members().put(name, member);
        boolean isOwn = before != null
                && symbol.written().stream().anyMatch(m -> m.name().equals(before.declaration()));
        if (isOwn) {
            round.error(node.name().span(), "\"" + name + "\" is already declared in this interface");
        } else if (before != null && !round.shapes().fits(type, before.type())) {
            round.error(
                    node.name().span(),
                    "the property \"" + name + "\" is " + type + ", but " + before.type() + " in the interface it comes from");
        }
    }

    /** The type parameters of a generic method, which are the same in all instances of a generic interface. */
    private Optional<Generic> parameters(InterfaceSymbol symbol, TypeNode.Member node) {
        if (node.typeParameters().isEmpty()) {
            return Optional.empty();
        }
        String owner = symbol.type().module() + ":" + symbol.type().name();
        Generic generic =
                new Generic(round, module, types.scope(), owner + "." + node.name().text(), node.typeParameters());
        round.instances().onceDeclared(generic::constraints);
        return Optional.of(generic);
    }

    private static String text(InterfaceSymbol symbol, boolean qualified) {
        return symbol.members().values().stream()
                .map(m -> (m.isReadonly() && !m.isMethod() ? "readonly " : "") + m.name() + (m.isOptional() ? "?" : "")
                        + ": " + text(m, qualified) + (m.isMethod() && qualified ? "()" : ""))
                .collect(Collectors.joining("; ", "{ ", " }"));
    }

    private static String text(ShapeMember member, boolean qualified) {
        if (!member.literals().isEmpty()) {
            return member.literals().stream().map(InterfaceDeclarations::literal).sorted().collect(Collectors.joining(" | "));
        }
        return qualified ? QualifiedName.of(member.type()) : member.type().toString();
    }

    private static String literal(Object value) {
        return value instanceof String s ? '"' + s + '"' : value.toString();
    }
}
