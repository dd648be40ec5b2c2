package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Name;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.Type;

/**
 * A member that an interface asks for.
 *
 * @param generic of a generic method, whose type is that for the placeholders
 * @param type of a method its {@code FunctionType}; of an optional member a type that holds null
 * @param literals the values that it may have, if the interface lists them; else empty
 * @param isMethod whether it is only called, so that a method may stand for it
 */
record ShapeMember(
        Name declaration,
        Optional<GenericMethod> generic,
        Type type,
        Set<Object> literals,
        boolean isMethod,
        boolean isReadonly,
        boolean isOptional)
        implements PropertySymbol {
    /** What a generic method is for the type arguments; itself, if it is not generic. */
    ShapeMember instance(List<Type> arguments) {
        return generic.map(g -> new ShapeMember(
                        declaration, Optional.empty(), g.typeFor(arguments), literals, isMethod, isReadonly, isOptional))
                .orElse(this);
    }

    /** The type of a method that is there. */
    FunctionType signature() {
        return (FunctionType) Assignability.withoutNull(type);
    }

    @Override
    public String name() {
        return declaration.text();
    }
}
