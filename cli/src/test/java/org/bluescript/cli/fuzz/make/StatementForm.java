package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** One kind of statement: all that the generator knows of it. */
interface StatementForm {
    /** How often this form is chosen, 10 being usual; 0 if it cannot stand here. */
    int weight(Maker make, Scope scope);

    Node make(Maker make, Scope scope);
}
