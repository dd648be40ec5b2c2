package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Declarations, assignments and loops that take values apart. */
final class Destructurings implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return 10;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        return switch (make.chooser().below(3)) {
            case 0 -> declaration(make, scope);
            case 1 -> make.mayNest(scope) ? loop(make, scope) : declaration(make, scope);
            default -> assignment(make, scope);
        };
    }

    private static Node declaration(Maker make, Scope scope) {
        ValueType type = type(make);
        Node value = make.expression(type, scope);
        return Node.statement("let ", Patterns.pattern(make, type, scope, scope), " = ", value, ";");
    }

    private static Node loop(Maker make, Scope scope) {
        ValueType type = type(make);
        Node array = make.expression(new ValueType.ArrayOf(type), scope, 2);
        Scope body = scope.block();
        return make.chooser().percent(50)
                ? loop(make, body, "let ", Patterns.pattern(make, type, scope, body), array)
                : loop(make, body, "const ", Patterns.constants(make, type, scope, body), array);
    }

    private static Node loop(Maker make, Scope body, String kind, Node pattern, Node array) {
        return CountingLoops.loop(make, body, "for (" + kind, pattern, " of ", array, ") ");
    }

    /** Of variables of one type: most of them an exchange or rotation. */
    private static Node assignment(Maker make, Scope scope) {
        List<Variable> all = scope.variables(Variable::assignable);
        if (all.isEmpty()) {
            return declaration(make, scope);
        }
        Chooser chooser = make.chooser();
        ValueType type = chooser.of(all).type();
        List<Variable> targets = all.stream().filter(v -> v.type().equals(type)).toList();
        Variable first = chooser.of(targets);
        Variable second = chooser.of(targets);
        if (chooser.percent(40)) {
            Node value = make.expression(new ValueType.ArrayOf(type), scope);
            Node fallback = make.expression(type, scope, 1);
            return Node.statement("[" + first.name() + " = " , fallback, ", " + second.name() + " = " + first.name() + "] = ",
                    value, ";");
        }
        int exchanged = type == ValueType.Simple.STRING ? 100 : 60;
        Object firstValue = chooser.percent(exchanged) ? second.name() : make.expression(type, scope, 1);
        Object secondValue = chooser.percent(exchanged) ? first.name() : make.expression(type, scope, 1);
        return Node.statement("[" + first.name() + ", " + second.name() + "] = [", firstValue, ", ", secondValue, "];");
    }

    private static ValueType type(Maker make) {
        for (int attempt = 0; attempt < 6; attempt++) {
            ValueType type = make.anyType(2);
            if (Patterns.fits(type)) {
                return type;
            }
        }
        return new ValueType.ArrayOf(make.anyType(1));
    }
}
