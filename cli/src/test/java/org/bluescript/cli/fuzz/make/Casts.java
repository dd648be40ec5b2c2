package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code as} between numbers, booleans and enums. */
final class Casts implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted.isNumber() || wanted instanceof ValueType.EnumOf ? 6 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        ValueType from =
                switch (wanted) {
                    case ValueType.Simple.INTEGER ->
                        make.chooser().of(ValueType.Simple.FLOAT, ValueType.Simple.FLOAT, ValueType.Simple.BOOLEAN);
                    default -> ValueType.Simple.INTEGER;
                };
        return Maker.group(wanted, make.expression(from, scope, depth), " as " + wanted.text());
    }
}
