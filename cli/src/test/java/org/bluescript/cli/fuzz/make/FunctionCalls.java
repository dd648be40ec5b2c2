package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Calls of functions. */
final class FunctionCalls implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return scope.body().calls() && !functions(make, wanted).isEmpty() ? 14 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        FunctionShape function = make.chooser().of(functions(make, wanted));
        return Maker.primary(wanted, function.name(), Signatures.arguments(make, function.type(), scope, depth, Signatures.Callee.DECLARED));
    }

    private static List<FunctionShape> functions(Maker make, ValueType wanted) {
        return make.world().functions().stream().filter(f -> f.result().equals(wanted)).toList();
    }
}
