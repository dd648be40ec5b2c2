package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code c ? a : b}. */
final class Conditionals implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted == ValueType.Simple.VOID ? 0 : 6;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        return Maker.group(wanted, make.condition(scope, depth), " ? ", make.expression(wanted, scope, depth), " : ",
                make.expression(wanted, scope, depth));
    }
}
