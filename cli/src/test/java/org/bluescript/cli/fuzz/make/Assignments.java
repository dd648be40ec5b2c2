package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Assignments of variables, as expressions with a value: traps for the order of evaluation. */
final class Assignments implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return targets(wanted, scope).isEmpty() ? 0 : 4;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Variable target = make.chooser().of(targets(wanted, scope));
        Node value = make.expression(wanted, scope, depth);
        if (wanted == ValueType.Simple.STRING) {
            return Maker.group(wanted, target.name() + " = " + Prelude.CUT + "(", value, ")");
        }
        return Maker.group(wanted, target.name() + " " + operator(make.chooser(), wanted) + " ", value);
    }

    static String operator(Chooser chooser, ValueType type) {
        return switch (type) {
            case ValueType.Simple.INTEGER -> chooser.of("=", "=", "=", "+=", "-=", "*=", "&=", "|=", "^=", "<<=", ">>=", ">>>=");
            case ValueType.Simple.FLOAT -> chooser.of("=", "=", "=", "+=", "-=", "*=", "/=");
            default -> "=";
        };
    }

    private static List<Variable> targets(ValueType wanted, Scope scope) {
        return scope.variables(v -> v.assignable() && v.type().equals(wanted));
    }
}
