package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** Values seen as an interface that they fit, or as one of a union's types. */
final class Upcasts implements ExpressionForm {
    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return switch (wanted) {
            case ValueType.UnionOf u -> 15;
            case ValueType.ObjectOf(InterfaceShape i) -> make.narrower(wanted).equals(wanted) ? 0 : 10;
            default -> 0;
        };
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        return Maker.group(wanted, make.expression(make.narrower(wanted), scope, depth), " as " + wanted.text());
    }
}
