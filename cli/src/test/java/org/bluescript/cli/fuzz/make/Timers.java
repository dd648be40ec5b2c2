package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Timers: set once, set again and again for some turns, cleared, and time that passes. Only so many are ever set. */
final class Timers implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.world().timers() && scope.body().calls() && make.mayNest(scope) ? 14 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        return switch (chooser.below(8)) {
            case 0 -> Node.statement("if (" + Prelude.TIMERS + "-- > 0) time.delay(" + chooser.between(-1, 4) + ");");
            case 1 -> Node.statement(chooser.of("clearTimeout(", "clearInterval("),
                    make.expression(ValueType.Simple.INTEGER, scope, 0), ");");
            case 2, 3 -> interval(make, scope);
            default -> timeout(make, scope);
        };
    }

    /** Sometimes its number is kept. Clearing another number that happens to be there is as good. */
    private static Node timeout(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        Scope body = handler(scope);
        List<String> parameters = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (int i = chooser.of(0, 0, 1, 2, 4); i > 0; i--) {
            ValueType type = make.anyType(1);
            Variable parameter = body.add(new Variable(make.world().name("p"), type, true));
            parameters.add(parameter.name() + ": " + type.text());
            arguments.add(", ");
            arguments.add(make.assignable(type, scope, 1));
        }
        Node set = Node.of(Node.Role.ITEM, "", "setTimeout((" + String.join(", ", parameters) + ") => { " + Prelude.refuelling(20) + " ",
                make.block(body, 3), " }, " + chooser.between(-1, 9), Node.of(Node.Role.ITEM, "", arguments.toArray()), ")");
        if (chooser.percent(60)) {
            return Node.statement("if (" + Prelude.TIMERS + "-- > 0) ", set, ";");
        }
        String name = make.world().name("t");
        scope.add(new Variable(name, ValueType.Simple.INTEGER, chooser.percent(30)));
        return Node.statement("let " + name + " = " + Prelude.TIMERS + "-- > 0 ? ", set, " : 0;");
    }

    private static Node interval(Maker make, Scope scope) {
        String turns = make.world().name("n");
        String id = make.world().name("t");
        Scope body = handler(scope);
        body.add(new Variable(turns, ValueType.Simple.INTEGER, false));
        body.add(new Variable(id, ValueType.Simple.INTEGER, false));
        return Node.statement("if (" + Prelude.TIMERS + "-- > 0) { let " + turns + " = " + make.chooser().between(1, 4) + "; const " + id
                + " = setInterval(() => { " + Prelude.refuelling(20) + " if (" + turns + "-- < 0) clearInterval(" + id + "); else ",
                make.block(body, 3), " }, " + make.chooser().between(0, 7) + "); }");
    }

    private static Scope handler(Scope scope) {
        return scope.function(new Scope.Body(ValueType.Simple.VOID, scope.body().self(), true, true));
    }
}
