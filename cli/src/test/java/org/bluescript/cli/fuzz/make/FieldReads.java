package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Properties of objects. */
final class FieldReads implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return shapes(make, wanted).isEmpty() ? 0 : 14;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Shape shape = make.chooser().of(shapes(make, wanted));
        Variable field = make.chooser().of(shape.fields().stream().filter(f -> f.type().equals(wanted)).toList());
        Node object = make.expression(new ValueType.ObjectOf(shape), scope, Math.min(depth, 1));
        return Maker.primary(wanted, "(", object, ")." + field.name());
    }

    private static List<Shape> shapes(Maker make, ValueType wanted) {
        return make.world().shapesWithField(f -> f.type().equals(wanted));
    }
}
