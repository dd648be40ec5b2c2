package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code if}, with and without {@code else}; and blocks of their own. */
final class Branches implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) ? 12 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        if (make.chooser().percent(8)) {
            return Node.statement(make.block(scope.block(), 3));
        }
        Node condition = make.condition(scope, 2);
        Node whenTrue = make.block(scope.block(), 3);
        return make.chooser().percent(50)
                ? Node.statement("if (", condition, ") ", whenTrue)
                : Node.statement("if (", condition, ") ", whenTrue, " else ", make.block(scope.block(), 3));
    }
}
