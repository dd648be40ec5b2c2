package org.bluescript.language.check;

import java.util.Set;

import org.bluescript.language.ast.Name;
import org.bluescript.language.types.Type;

/**
 * A member that an interface asks for.
 *
 * @param type of a method its {@code FunctionType}; of an optional member a type that holds null
 * @param literals the values that it may have, if the interface lists them; else empty
 * @param isMethod whether it is only called, so that a method may stand for it
 */
record ShapeMember(
        Name declaration, Type type, Set<Object> literals, boolean isMethod, boolean isReadonly, boolean isOptional)
        implements PropertySymbol {
    @Override
    public String name() {
        return declaration.text();
    }
}
