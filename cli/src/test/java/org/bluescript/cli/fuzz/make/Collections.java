package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code gc()}. */
final class Collections implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return 1;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        return Node.statement("gc();");
    }
}
