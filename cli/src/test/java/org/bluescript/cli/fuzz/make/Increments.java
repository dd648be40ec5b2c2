package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code ++} and {@code --} of variables. */
final class Increments implements ExpressionForm {
    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted.isNumber() && !targets(wanted, scope).isEmpty() ? 3 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        String name = make.chooser().of(targets(wanted, scope)).name();
        return Maker.group(wanted, make.chooser().of(name + "++", name + "--", "++" + name, "--" + name));
    }

    private static List<Variable> targets(ValueType wanted, Scope scope) {
        return scope.variables(v -> v.assignable() && v.type().equals(wanted));
    }
}
