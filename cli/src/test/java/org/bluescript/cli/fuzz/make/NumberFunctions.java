package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Functions of {@code Math} and others from numbers to numbers. */
final class NumberFunctions implements ExpressionForm {
    private static final List<String> OF_FLOAT = List.of("Math.sqrt", "Math.abs", "Math.sign");
    private static final List<String> OF_TWO_FLOATS = List.of("Math.min", "Math.max");
    private static final List<String> LIBRARY_OF_FLOAT = List.of(
            "Math.sin", "Math.cos", "Math.tan", "Math.asin", "Math.acos", "Math.atan", "Math.exp", "Math.log", "Math.log2",
            "Math.log10");
    private static final List<String> LIBRARY_OF_TWO_FLOATS = List.of("Math.atan2", "Math.pow", "Math.hypot");

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted.isNumber() ? 6 : wanted == ValueType.Simple.BOOLEAN ? 1 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Chooser chooser = make.chooser();
        Node argument = make.expression(ValueType.Simple.FLOAT, scope, depth);
        if (wanted == ValueType.Simple.BOOLEAN) {
            return Maker.primary(wanted, "isNaN(", argument, ")");
        }
        if (wanted == ValueType.Simple.FLOAT) {
            boolean library = make.world().mathematics() && chooser.percent(60);
            if (library && chooser.percent(10)) {
                return Maker.primary(wanted, "Math.random()");
            }
            return chooser.percent(50)
                    ? Maker.primary(wanted, chooser.of(library ? LIBRARY_OF_FLOAT : OF_FLOAT) + "(", argument, ")")
                    : Maker.primary(wanted, chooser.of(library ? LIBRARY_OF_TWO_FLOATS : OF_TWO_FLOATS) + "(", argument, ", ",
                            make.expression(wanted, scope, depth), ")");
        }
        if (chooser.percent(50)) {
            return Maker.primary(wanted, chooser.of("Math.floor", "Math.ceil", "Math.round", "Math.trunc") + "(", argument, ")");
        }
        Node integer = make.expression(wanted, scope, depth);
        return chooser.percent(40)
                ? Maker.primary(wanted, chooser.of("Math.abs", "Math.sign") + "(", integer, ")")
                : Maker.primary(wanted, chooser.of("Math.min", "Math.max", "Math.imul") + "(", integer, ", ",
                        make.expression(wanted, scope, depth), ")");
    }
}
