package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Assignments of elements. */
final class ElementWrites implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return arrays(scope).isEmpty() ? 0 : 10;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        List<Scope.Index> indices = scope.indices(t -> true);
        if (!indices.isEmpty() && chooser.percent(70)) {
            Scope.Index index = chooser.of(indices);
            String place = index.array().name() + "[" + index.index() + "]";
            return FieldWrites.assignment(make, scope, index.array().type().element(), place);
        }
        Variable array = chooser.of(arrays(scope));
        Node index = make.expression(ValueType.Simple.INTEGER, scope, 1);
        if (chooser.percent(4)) {
            return FieldWrites.assignment(make, scope, array.type().element(), array.name() + "[", index, "]");
        }
        Node assignment = FieldWrites.assignment(make, scope, array.type().element(),
                array.name() + "[" + Prelude.AT + "(", index, ", " + array.name() + ".length)]");
        return Node.statement("if (" + array.name() + ".length > 0) ", Node.block(List.of(assignment)));
    }

    private static List<Variable> arrays(Scope scope) {
        return scope.variables(v -> v.type().isArray());
    }
}
