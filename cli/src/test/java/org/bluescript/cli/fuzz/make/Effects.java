package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Expressions evaluated for what they do: mostly assignments and calls. */
final class Effects implements StatementForm {
    private static final List<ExpressionForm> EFFECTS = List.of(
            new Assignments(), new Increments(), new ArrayOperations(), new FunctionCalls(), new MethodCalls(),
            new ClosureCalls());

    @Override
    public int weight(Maker make, Scope scope) {
        return 40;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        for (int attempt = 0; attempt < 8; attempt++) {
            ValueType type = make.chooser().percent(15) ? ValueType.Simple.VOID : make.anyType(2);
            List<ExpressionForm> possible =
                    EFFECTS.stream().filter(f -> f.weight(make, type, scope) > 0).toList();
            if (!possible.isEmpty()) {
                Node effect = make.chooser().of(possible).make(make, type, scope, make.chooser().between(0, 2));
                return Node.statement(effect, ";");
            }
        }
        return new Prints().make(make, scope);
    }
}
