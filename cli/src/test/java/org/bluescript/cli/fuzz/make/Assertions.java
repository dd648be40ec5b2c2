package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code assert}; few of them fail. */
final class Assertions implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return 2;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Node condition = make.condition(scope, 2);
        Object test = make.chooser().percent(85) ? Node.of(Node.Role.ITEM, "", "(", condition, ") || " + Prelude.FUEL + " < 1000") : condition;
        return make.chooser().percent(50)
                ? Node.statement("assert(", test, ");")
                : Node.statement("assert(", test, ", ", make.expression(ValueType.Simple.STRING, scope, 1), ");");
    }
}
