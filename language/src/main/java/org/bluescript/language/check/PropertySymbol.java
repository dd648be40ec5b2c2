package org.bluescript.language.check;

import org.bluescript.language.ast.Name;

/** A property that a path can lead through: of a class or of an interface. */
sealed interface PropertySymbol permits FieldSymbol, ShapeMember {
    String name();

    /** Where it was declared. */
    Name declaration();

    boolean isReadonly();
}
