package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code ??} of a parameter that may have been left out, or of another number or boolean that may be null. */
final class Fallbacks implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted.isReference() || variables(wanted, scope).isEmpty() ? 0 : 12;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        String name = make.chooser().of(variables(wanted, scope)).name();
        return Maker.group(wanted, name + " ?? ", make.expression(wanted, scope, depth));
    }

    private static List<Variable> variables(ValueType wanted, Scope scope) {
        ValueType nullable = new ValueType.Nullable(wanted);
        return scope.variables(v -> v.type().equals(nullable));
    }
}
