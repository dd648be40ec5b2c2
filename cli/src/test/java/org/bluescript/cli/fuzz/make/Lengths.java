package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code length} of strings and arrays. */
final class Lengths implements ExpressionForm {
    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted == ValueType.Simple.INTEGER && !measured(scope).isEmpty() ? 4 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        return Maker.primary(wanted, make.chooser().of(measured(scope)).name() + ".length");
    }

    private static List<Variable> measured(Scope scope) {
        return scope.variables(v -> v.type().isArray() || v.type() == ValueType.Simple.STRING);
    }
}
