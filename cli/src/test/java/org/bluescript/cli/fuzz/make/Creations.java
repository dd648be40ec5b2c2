package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code new} objects; of a subclass, where the class is abstract. */
final class Creations implements ExpressionForm {
    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted instanceof ValueType.ObjectOf(ClassShape c) ? 8 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        ClassShape shape = (ClassShape) ((ValueType.ObjectOf) wanted).shape();
        ClassShape made = shape.standIn().orElse(shape);
        Node arguments = make.arguments(made.parameters().stream().map(Variable::type).toList(), scope, depth);
        return made == shape
                ? Maker.primary(wanted, "new " + made.name(), arguments)
                : Maker.group(wanted, "new " + made.name(), arguments, " as " + shape.name());
    }
}
