package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** What maps and sets that variables hold have to tell, {@code delete} included. */
final class TableReads implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return scope.variables(v -> tells(v.type(), wanted)).isEmpty() ? 0 : 15;
    }

    private static boolean tells(ValueType table, ValueType wanted) {
        return switch (table) {
            case ValueType.MapOf map -> wanted == ValueType.Simple.INTEGER || wanted == ValueType.Simple.BOOLEAN
                    || gives(map, wanted) || lists(map.key(), wanted) || lists(map.value(), wanted);
            case ValueType.SetOf set -> wanted == ValueType.Simple.INTEGER || wanted == ValueType.Simple.BOOLEAN
                    || lists(set.of(), wanted);
            default -> false;
        };
    }

    private static boolean gives(ValueType.MapOf map, ValueType wanted) {
        return map.value().equals(wanted) || wanted instanceof ValueType.Nullable n && n.of().equals(map.value());
    }

    private static boolean lists(ValueType element, ValueType wanted) {
        return wanted.equals(new ValueType.ArrayOf(element));
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Variable table = make.chooser().of(scope.variables(v -> tells(v.type(), wanted)));
        ValueType key = Tables.key(table.type());
        List<Node> possible = new ArrayList<>();
        if (wanted == ValueType.Simple.INTEGER) {
            possible.add(Maker.primary(wanted, table.name() + ".size"));
        }
        if (wanted == ValueType.Simple.BOOLEAN) {
            possible.add(Maker.primary(wanted, table.name() + make.chooser().of(".has(", ".has(", ".delete("),
                    make.assignable(key, scope, depth), ")"));
        }
        if (table.type() instanceof ValueType.MapOf map) {
            if (gives(map, wanted)) {
                possible.add(value(make, table, map, wanted, scope, depth));
            }
            if (lists(map.value(), wanted)) {
                possible.add(Maker.primary(wanted, table.name() + ".values()"));
            }
            if (lists(key, wanted)) {
                possible.add(Maker.primary(wanted, table.name() + ".keys()"));
            }
        } else if (lists(key, wanted)) {
            possible.add(Maker.primary(wanted, table.name() + ".values()"));
        }
        return make.chooser().of(possible);
    }

    private static Node value(
            Maker make, Variable table, ValueType.MapOf map, ValueType wanted, Scope scope, int depth) {
        Node got = Maker.primary(new ValueType.Nullable(map.value()), table.name() + ".get(", make.assignable(map.key(), scope, depth), ")");
        return wanted instanceof ValueType.Nullable ? got : Maker.group(wanted, got, " ?? ", make.expression(wanted, scope, 0));
    }
}
