package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code for} over numbers or the indices of an array, up and down. Their variable is not assigned in the body. */
final class CountingLoops implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) ? 12 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        Scope body = scope.block();
        String name = make.world().name("i");
        List<Variable> arrays = scope.variables(v -> v.type().isArray());
        String head;
        if (!arrays.isEmpty() && chooser.percent(60)) {
            Variable array = chooser.of(arrays);
            body.add(new Scope.Index(name, array));
            if (chooser.percent(15)) {
                body.add(new Scope.Index(name, chooser.of(arrays)));
            }
            String length = array.name() + ".length";
            head = chooser.percent(75)
                    ? "let " + name + " = 0; " + name + " < " + length + "; " + name + "++"
                    : "let " + name + " = " + length + " - 1; " + name + " >= 0; " + name + "--";
        } else {
            int from = chooser.between(-3, 3);
            int step = chooser.between(1, 3);
            head = chooser.percent(75)
                    ? "let " + name + " = " + from + "; " + name + chooser.of(" < ", " <= ", " != ")
                            + (from + step * chooser.between(1, 4)) + "; " + name + " += " + step
                    : "let " + name + " = " + from + "; " + name + " > " + (from - 4) + "; " + name + " -= " + step;
        }
        body.add(new Variable(name, ValueType.Simple.INTEGER, false));
        return loop(make, body, "for (" + head + ") ");
    }

    /** A loop with this head, perhaps with a label. */
    static Node loop(Maker make, Scope body, Object... head) {
        String label = make.chooser().percent(25) ? make.world().name("l") : "";
        body.add(new Scope.Exit(label, true));
        Node block = make.block(body, 4);
        return Node.statement(label.isEmpty() ? "" : label + ": ", Node.of(Node.Role.ITEM, "", head), block);
    }
}
