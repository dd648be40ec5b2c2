package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code new} objects. */
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
        return Maker.primary(wanted, "new " + shape.name(),
                make.arguments(shape.parameters().stream().map(Variable::type).toList(), scope, depth));
    }
}
