package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code print} and the console's functions. */
final class Prints implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return 10;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        int count = make.chooser().between(1, 4);
        List<Object> parts = new ArrayList<>();
        parts.add(make.chooser().percent(90) ? "print(" : make.chooser().of("console.log(", "console.error("));
        for (int i = 0; i < count; i++) {
            Node value = make.expression(make.anyType(2), scope, make.chooser().between(0, 2));
            parts.add(Node.of(Node.Role.ITEM, "", value, i == count - 1 ? "" : ", "));
        }
        parts.add(");");
        return Node.statement(parts.toArray());
    }
}
