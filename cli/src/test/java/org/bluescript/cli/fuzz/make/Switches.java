package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code switch} on integers, enums and strings, with and without falling through. */
final class Switches implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) ? 5 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        ValueType type = chooser.of(ValueType.Simple.INTEGER, ValueType.Simple.INTEGER, ValueType.Simple.STRING,
                ValueType.Simple.FLOAT);
        if (!make.world().enums().isEmpty() && chooser.percent(30)) {
            type = new ValueType.EnumOf(chooser.of(make.world().enums()));
        }
        if (chooser.percent(25)) {
            type = make.anyType(1);
        }
        Node subject = make.expression(type, scope, 2);
        if (type == ValueType.Simple.INTEGER && chooser.percent(60)) {
            subject = Maker.group(type, subject, " & 3");
        }
        int count = chooser.between(1, 5);
        int fallback = chooser.between(0, count * 2);
        Scope body = scope.block();
        body.add(new Scope.Exit("", false));
        List<Node> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(Node.statement(i == fallback ? "default: " : "case ",
                    i == fallback ? "" : caseValue(make, type, scope), i == fallback ? "" : ": ",
                    make.block(body.block(), 2), chooser.percent(60) ? " break;" : ""));
        }
        return Node.statement("switch (", subject, ") ", Node.block(cases));
    }

    private static Node caseValue(Maker make, ValueType type, Scope scope) {
        return make.chooser().percent(80)
                ? new Constants().make(make, type, scope, 0)
                : make.expression(type, scope, 1);
    }
}
