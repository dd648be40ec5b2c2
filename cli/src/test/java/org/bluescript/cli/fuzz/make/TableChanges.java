package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** New entries for maps and sets, as long as they are small, and less of them. */
final class TableChanges implements StatementForm {
    private static final int LARGEST = 20;

    @Override
    public int weight(Maker make, Scope scope) {
        return Tables.variables(scope).isEmpty() ? 0 : 12;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        Variable table = chooser.of(Tables.variables(scope));
        if (chooser.percent(25)) {
            return chooser.percent(20)
                    ? Node.statement(table.name() + ".clear();")
                    : Node.statement(table.name() + ".delete(", make.assignable(Tables.key(table.type()), scope, 1), ");");
        }
        Node addition = Node.statement(
                table.name(), Tables.addition(make, table.type(), scope, 2),
                chooser.percent(30) ? Tables.addition(make, table.type(), scope, 1) : "", ";");
        return Node.statement("if (" + table.name() + ".size < " + LARGEST + ") ", Node.block(List.of(addition)));
    }
}
