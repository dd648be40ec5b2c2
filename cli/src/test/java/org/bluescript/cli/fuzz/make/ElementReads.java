package org.bluescript.cli.fuzz.make;

import java.util.List;
import java.util.function.Predicate;
import org.bluescript.cli.fuzz.text.Node;

/** Elements of arrays that variables hold. Most indices are in range. */
final class ElementReads implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return arrays(wanted, scope).isEmpty() ? 0 : 15;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Chooser chooser = make.chooser();
        List<Scope.Index> indices = scope.indices(holds(wanted));
        if (!indices.isEmpty() && chooser.percent(70)) {
            Scope.Index index = chooser.of(indices);
            return Maker.primary(wanted, index.array().name() + "[" + index.index() + "]");
        }
        String array = chooser.of(arrays(wanted, scope)).name();
        Node index = make.expression(ValueType.Simple.INTEGER, scope, depth);
        if (chooser.percent(4)) {
            return Maker.primary(wanted, array + "[", index, "]");
        }
        Node element = Maker.primary(wanted, array + "[" + Prelude.AT + "(", index, ", " + array + ".length)]");
        return Maker.group(wanted, array + ".length > 0 ? ", element, " : ", make.expression(wanted, scope, 0));
    }

    /** Whether an array has elements of the type. */
    static Predicate<ValueType> holds(ValueType element) {
        return type -> type.isArray() && type.element().equals(element);
    }

    private static List<Variable> arrays(ValueType wanted, Scope scope) {
        return scope.variables(v -> holds(wanted).test(v.type()));
    }
}
