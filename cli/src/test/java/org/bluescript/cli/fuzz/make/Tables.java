package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** New maps and sets, with some entries. */
final class Tables implements ExpressionForm {
    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted instanceof ValueType.MapOf || wanted instanceof ValueType.SetOf ? 12 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Chooser chooser = make.chooser();
        List<Object> parts = new ArrayList<>();
        if (wanted instanceof ValueType.SetOf set && chooser.percent(40)) {
            parts.addAll(List.of("new " + wanted.text() + "(", make.expression(new ValueType.ArrayOf(set.of()), scope, depth), ")"));
        } else {
            parts.add(wanted.fallback());
        }
        for (int i = chooser.below(4); i > 0; i--) {
            parts.add(addition(make, wanted, scope, depth));
        }
        return Maker.primary(wanted, parts.toArray());
    }

    /** A call that adds an entry, beginning with its dot; gives the map or set itself. */
    static Node addition(Maker make, ValueType table, Scope scope, int depth) {
        return table instanceof ValueType.MapOf map
                ? Node.of(Node.Role.ITEM, "", ".set(", make.assignable(map.key(), scope, depth), ", ",
                        make.assignable(map.value(), scope, depth), ")")
                : Node.of(Node.Role.ITEM, "", ".add(", make.assignable(key(table), scope, depth), ")");
    }

    static ValueType key(ValueType table) {
        return table instanceof ValueType.MapOf map ? map.key() : ((ValueType.SetOf) table).of();
    }

    static List<Variable> variables(Scope scope) {
        return scope.variables(v -> v.type() instanceof ValueType.MapOf || v.type() instanceof ValueType.SetOf);
    }

    /** A map or set that a program may have. */
    static ValueType type(Maker make) {
        Chooser chooser = make.chooser();
        ValueType key = make.anyType(1);
        if (key instanceof ValueType.FunctionOf || chooser.percent(60)) {
            key = chooser.of(ValueType.Simple.INTEGER, ValueType.Simple.STRING, ValueType.Simple.FLOAT);
        }
        return chooser.percent(65) ? new ValueType.MapOf(key, make.anyType(1)) : new ValueType.SetOf(key);
    }
}
