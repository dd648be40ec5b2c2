package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** One kind of expression: all that the generator knows of it. */
interface ExpressionForm {
    /** Whether it needs no operands: what is left when an expression is deep enough. */
    default boolean isLeaf() {
        return false;
    }

    /** How often this form is chosen, 10 being usual; 0 if it cannot give a value of this type here. */
    int weight(Maker make, ValueType wanted, Scope scope);

    /** @param depth of the operands that it may have, 0 for leaves */
    Node make(Maker make, ValueType wanted, Scope scope, int depth);
}
