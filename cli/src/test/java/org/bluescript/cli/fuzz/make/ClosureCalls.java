package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Calls of function values that variables hold. */
final class ClosureCalls implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return scope.body().calls() && !closures(wanted, scope).isEmpty() ? 14 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Variable closure = make.chooser().of(closures(wanted, scope));
        ValueType.FunctionOf type = (ValueType.FunctionOf) closure.type();
        return Maker.primary(wanted, closure.name(), Signatures.arguments(make, type, scope, depth, Signatures.Callee.VALUE));
    }

    private static List<Variable> closures(ValueType wanted, Scope scope) {
        return scope.variables(v -> v.type() instanceof ValueType.FunctionOf f && f.result().equals(wanted));
    }
}
