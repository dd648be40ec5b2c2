package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** Blocks with a label to break out of. */
final class LabelledBlocks implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) ? 3 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        String label = make.world().name("l");
        Scope body = scope.block();
        body.add(new Scope.Exit(label, false));
        return Node.statement(label + ": ", make.block(body, 4));
    }
}
