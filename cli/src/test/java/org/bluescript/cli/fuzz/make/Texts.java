package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** Strings put together, and values as strings. What is stored is cut, so that no string grows without end. */
final class Texts implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted == ValueType.Simple.STRING ? 25 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Chooser chooser = make.chooser();
        Node text = make.expression(wanted, scope, depth);
        Node value = make.expression(make.anyType(1), scope, depth);
        return switch (chooser.below(6)) {
            case 0 -> Maker.primary(wanted, "String(", value, ")");
            case 1 -> Maker.primary(wanted, "`", chooser.of("", "<", "a b "), "${", value, "}", chooser.of("", "; "), "${", text, "}`");
            case 2 -> Maker.group(wanted, text, " + ", value);
            case 3 -> Maker.group(wanted, value, " + ", text);
            default -> Maker.group(wanted, text, " + ", make.expression(wanted, scope, depth));
        };
    }
}
