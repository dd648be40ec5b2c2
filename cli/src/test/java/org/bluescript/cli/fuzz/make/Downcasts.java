package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code as} between classes; those to subclasses are tested first, but for a few. */
final class Downcasts implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted instanceof ValueType.ObjectOf(ClassShape c) && !variables(wanted, scope).isEmpty() ? 8 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        String name = make.chooser().of(variables(wanted, scope)).name();
        Node cast = Maker.group(wanted, name + " as " + wanted.text());
        return make.chooser().percent(5)
                ? cast
                : Maker.group(wanted, name + " instanceof " + wanted.text() + " ? ", cast, " : ",
                        make.expression(wanted, scope, 0));
    }

    /** Of superclasses and subclasses. */
    private static List<Variable> variables(ValueType wanted, Scope scope) {
        ClassShape shape = (ClassShape) ((ValueType.ObjectOf) wanted).shape();
        return scope.variables(v -> v.type() instanceof ValueType.ObjectOf(ClassShape c) && c != shape
                && shape.isSubclassOf(c));
    }
}
