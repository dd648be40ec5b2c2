package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** Binary operators on numbers. Most divisors are not zero, so that programs live to do more. */
final class Arithmetic implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted.isNumber() ? 25 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        return wanted == ValueType.Simple.INTEGER ? integer(make, scope, depth) : floating(make, scope, depth);
    }

    private static Node integer(Maker make, Scope scope, int depth) {
        ValueType type = ValueType.Simple.INTEGER;
        String operator = make.chooser().of(
                "+", "+", "+", "-", "-", "*", "*", "/", "/", "%", "%", "<<", ">>", ">>>", "&", "|", "^", "**");
        Node left = make.assignable(type, scope, depth);
        Node right = make.expression(type, scope, depth);
        if (operator.equals("**")) {
            return Maker.group(type, left, " ** (", right, make.chooser().percent(95) ? " & 7)" : " % 9)");
        }
        boolean divides = operator.equals("/") || operator.equals("%");
        if (divides && make.chooser().percent(94)) {
            right = make.chooser().percent(50)
                    ? Maker.primary(type, "(" + make.chooser().of("1", "2", "3", "-1", "7", "8", "10", "-3", "1000") + ")")
                    : Maker.group(type, right, " | 1");
        }
        return Maker.group(type, left, " " + operator + " ", right);
    }

    private static Node floating(Maker make, Scope scope, int depth) {
        ValueType type = ValueType.Simple.FLOAT;
        String operator = make.chooser().of("+", "+", "-", "-", "*", "*", "/", "/", "%");
        if (make.world().mathematics() && make.chooser().percent(15)) {
            operator = "**";
        }
        boolean mixed = make.chooser().percent(25);
        Node left = make.expression(mixed ? ValueType.Simple.INTEGER : type, scope, depth);
        Node right = make.expression(type, scope, depth);
        return make.chooser().percent(50)
                ? Maker.group(type, left, " " + operator + " ", right)
                : Maker.group(type, right, " " + operator + " ", left);
    }
}
