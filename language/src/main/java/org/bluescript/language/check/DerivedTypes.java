package org.bluescript.language.check;

import java.util.List;
import java.util.Set;

import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Types that are made of others: {@code Partial<I>}, of which every member may be missing, and {@code Readonly<T>}, which is {@code T}. */
final class DerivedTypes {
    private static final Set<String> NAMES = Set.of("Partial", "Readonly");

    private final Round round;

    DerivedTypes(Round round) {
        this.round = round;
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** The type that the node names, of these arguments. */
    Type of(TypeNode.Named node, List<Type> arguments) {
        String name = node.name().text();
        if (arguments.size() != 1) {
            round.error(node.span(), "\"" + name + "\" takes 1 type argument, not " + arguments.size());
            return PrimitiveType.NEVER;
        }
        Type of = arguments.getFirst();
        if (name.equals("Readonly") || Assignability.isUnknown(of)) {
            return of;
        }
        if (!(of instanceof InterfaceType type)) {
            round.error(
                    node.span(),
                    "\"Partial\" is made of an interface, not of " + of,
                    "declare an interface whose members are marked with ?");
            return PrimitiveType.NEVER;
        }
        return partial(node, type);
    }

    private Type partial(TypeNode.Named node, InterfaceType of) {
        InterfaceType type = new InterfaceType("(partial) " + QualifiedName.of(of), "Partial<" + of + ">");
        if (!round.interfaces().containsKey(type)) {
            InterfaceSymbol whole = round.interfaceOf(of);
            InterfaceSymbol symbol = new InterfaceSymbol(type, whole.module(), node.span(), List.of(), List.of());
            symbol.setResolved();
            round.interfaces().put(type, symbol);
            ModuleScope module = whole.module();
            new InterfaceDeclarations(round, module, new TypeResolver(round, module, module.scope())).resolve(whole);
            whole.members().values().forEach(m -> symbol.members().put(m.name(), new ShapeMember(
                    m.declaration(),
                    m.generic(),
                    m.isMethod() ? m.type() : TypeResolver.orNull(m.type()),
                    m.literals(),
                    m.isMethod(),
                    m.isReadonly(),
                    true)));
        }
        return type;
    }
}
