package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code return} before a function's end, under a condition. */
final class Returns implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return scope.body().returns() ? 4 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Node condition = make.condition(scope, 1);
        ValueType result = scope.body().result();
        Node leaving = result == ValueType.Simple.VOID
                ? Node.statement("return;")
                : Node.statement("return ", make.assignable(result, scope, 1), ";");
        return Node.statement("if (", condition, ") ", Node.block(List.of(leaving)));
    }
}
