package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** What can be asked of strings. */
final class TextParts implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return switch (wanted) {
            case ValueType.Simple.STRING -> 10;
            case ValueType.Simple.INTEGER, ValueType.Simple.FLOAT, ValueType.Simple.BOOLEAN -> 4;
            default -> 0;
        };
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        ValueType.Simple integer = ValueType.Simple.INTEGER;
        Node text = make.expression(ValueType.Simple.STRING, scope, depth);
        Chooser chooser = make.chooser();
        return switch (wanted) {
            case ValueType.Simple.INTEGER ->
                chooser.percent(60)
                        ? Maker.primary(wanted, "(", text, " + \"x\").charCodeAt(0)")
                        : Maker.primary(wanted, "parseInt(", text, ")");
            case ValueType.Simple.FLOAT -> Maker.primary(wanted, "parseFloat(", text, ")");
            case ValueType.Simple.BOOLEAN ->
                Maker.primary(wanted, text, chooser.of(".startsWith(", ".endsWith("),
                        make.expression(ValueType.Simple.STRING, scope, depth), ")");
            default ->
                switch (chooser.below(10)) {
                    case 0 -> Maker.primary(wanted, text, "[", make.expression(integer, scope, depth), "]");
                    case 1, 2, 3 -> Maker.primary(wanted, "(", text, " + \"é\")[0]");
                    default -> Maker.primary(wanted, text, ".substring(", make.expression(integer, scope, depth), ", ",
                            make.expression(integer, scope, depth), ")");
                };
        };
    }
}
