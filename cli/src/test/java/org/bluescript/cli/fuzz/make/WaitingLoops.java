package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code while} and {@code do}, with a variable that counts the turns. */
final class WaitingLoops implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) ? 6 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        String turns = make.world().name("n");
        Node count = Node.statement("let " + turns + " = " + chooser.between(1, 5) + ";");
        Scope body = scope.block();
        body.add(new Variable(turns, ValueType.Simple.INTEGER, false));
        body.add(new Scope.Exit("", true));
        Node condition = make.condition(scope, 1);
        Node test = Node.of(Node.Role.ITEM, "", turns + "-- > 0 && (", condition, ")");
        Node block = make.block(body, 3);
        Node loop = chooser.percent(60)
                ? Node.statement("while (", test, ") ", block)
                : Node.statement("do ", block, " while (", test, ");");
        return Node.statement(Node.block(List.of(count, loop)));
    }
}
