package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Comparisons of all that can be compared. */
final class Comparisons implements ExpressionForm {
    private static final List<String> ORDER = List.of("<", "<=", ">", ">=");
    private static final List<String> EQUALITY = List.of("==", "!=", "===", "!==");

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted == ValueType.Simple.BOOLEAN ? 25 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Chooser chooser = make.chooser();
        ValueType type = make.anyType(1);
        if (chooser.percent(45)) {
            type = chooser.of(ValueType.Simple.INTEGER, ValueType.Simple.FLOAT, ValueType.Simple.STRING);
        }
        boolean ordered = type.isNumber() || type == ValueType.Simple.STRING;
        ValueType other = type.isNumber() && chooser.percent(20)
                ? chooser.of(ValueType.Simple.INTEGER, ValueType.Simple.FLOAT)
                : type;
        String operator = chooser.of(ordered && chooser.percent(70) ? ORDER : EQUALITY);
        if (type instanceof ValueType.Nullable && chooser.percent(50)) {
            return Maker.group(wanted, make.expression(type, scope, depth), " " + operator + " null");
        }
        return Maker.group(
                wanted, make.expression(type, scope, depth), " " + operator + " ", make.expression(other, scope, depth));
    }
}
