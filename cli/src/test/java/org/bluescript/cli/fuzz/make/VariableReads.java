package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/**
 * Variables, parameters, static properties, {@code this}, functions as values. A variable may hold less than its type says, which the
 * checker knows from an assignment: a union is said again.
 */
final class VariableReads implements ExpressionForm {
    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return names(make, wanted, scope).isEmpty() ? 0 : 20;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        return Maker.primary(wanted, make.chooser().of(names(make, wanted, scope)));
    }

    private static List<String> names(Maker make, ValueType wanted, Scope scope) {
        List<String> names = new ArrayList<>(scope.variables(v -> v.type().equals(wanted)).stream()
                .map(v -> wanted instanceof ValueType.UnionOf ? "(" + v.name() + " as " + wanted.text() + ")" : v.name())
                .toList());
        if (wanted instanceof ValueType.ObjectOf o
                && scope.body().self().filter(o.shape()::equals).isPresent()) {
            names.add("this");
        }
        if (wanted instanceof ValueType.FunctionOf f && scope.body().calls()) {
            make.world().functions().stream().filter(s -> s.type().equals(f)).forEach(s -> names.add(s.name()));
        }
        for (ClassShape shape : make.world().classes()) {
            shape.statics().stream()
                    .filter(v -> v.type().equals(wanted))
                    .forEach(v -> names.add(shape.name() + "." + v.name()));
        }
        return names;
    }
}
