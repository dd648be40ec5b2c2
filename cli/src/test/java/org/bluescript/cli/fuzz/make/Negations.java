package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** Operators with one operand. */
final class Negations implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted.isNumber() || wanted == ValueType.Simple.BOOLEAN ? 5 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        if (wanted == ValueType.Simple.BOOLEAN) {
            return Maker.group(wanted, "!", make.condition(scope, depth));
        }
        String operator =
                wanted == ValueType.Simple.INTEGER ? make.chooser().of("-", "-", "~", "+") : make.chooser().of("-", "-", "+");
        return Maker.group(wanted, operator, make.expression(wanted, scope, depth));
    }
}
