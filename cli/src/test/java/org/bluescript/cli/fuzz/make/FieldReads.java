package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Properties of objects. */
final class FieldReads implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return classes(make, wanted).isEmpty() ? 0 : 14;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        ClassShape shape = make.chooser().of(classes(make, wanted));
        Variable field = make.chooser().of(shape.fields().stream().filter(f -> f.type().equals(wanted)).toList());
        Node object = make.expression(new ValueType.ObjectOf(shape), scope, Math.min(depth, 1));
        return Maker.primary(wanted, "(", object, ")." + field.name());
    }

    private static List<ClassShape> classes(Maker make, ValueType wanted) {
        return make.world().classesWithField(f -> f.type().equals(wanted));
    }
}
