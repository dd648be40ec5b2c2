package org.bluescript.language.check;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.TypeNode;

/** The declaration of a global: what its type can be found from. {@code name} is the global's, {@code Class.property} for a static property. */
record GlobalDeclaration(
        ModuleScope module,
        String name,
        Optional<TypeNode> type,
        Optional<Expression> initializer,
        Optional<ClassSymbol> owner) {
    /** What tells it from variables of the same name elsewhere. */
    String path() {
        return owner.map(o -> o.type().module()).orElseGet(() -> module.pathOf(name));
    }
}
