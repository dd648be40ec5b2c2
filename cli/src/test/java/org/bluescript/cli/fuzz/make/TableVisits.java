package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Loops over maps and sets: {@code forEach}, which sees what is added meanwhile, and over what they list. */
final class TableVisits implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) && !Tables.variables(scope).isEmpty() ? 10 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        Variable table = chooser.of(Tables.variables(scope));
        ValueType key = Tables.key(table.type());
        ValueType value = table.type() instanceof ValueType.MapOf map ? map.value() : key;
        if (chooser.percent(50) && scope.body().calls()) {
            return visit(make, scope, table, List.of(value, key, table.type()));
        }
        boolean keys = table.type() instanceof ValueType.MapOf && chooser.percent(50);
        Scope body = scope.block();
        String name = make.world().name("e");
        body.add(new Variable(name, keys ? key : value, false));
        return CountingLoops.loop(
                make, body, "for (const " + name + " of " + table.name() + (keys ? ".keys()" : ".values()") + ") ");
    }

    /** Its turns count as calls do, so that it ends although it may add entries. */
    private static Node visit(Maker make, Scope scope, Variable table, List<ValueType> handed) {
        int most = table.type() instanceof ValueType.MapOf ? 3 : 1;
        Scope body = scope.function(new Scope.Body(ValueType.Simple.VOID, scope.body().self(), true, true));
        List<String> names = new ArrayList<>();
        for (ValueType type : handed.subList(0, make.chooser().between(1, most))) {
            names.add(make.world().name("p"));
            body.add(new Variable(names.getLast(), type, true));
        }
        return Node.statement(table.name() + ".forEach((" + String.join(", ", names) + ") => { if ("
                + Prelude.FUEL + "-- > 0) ", make.block(body, 3), " });");
    }
}
