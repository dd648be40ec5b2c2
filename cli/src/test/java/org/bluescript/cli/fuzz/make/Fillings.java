package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Loops that make much garbage, so that the heap is collected because it is full. */
final class Fillings implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return scope.depth() == 0 ? 1 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        String name = make.world().name("g");
        Node garbage = Node.statement("const " + name + " = ",
                make.chooser().percent(50)
                        ? Node.expression("[0]", "new Array<integer>(" + make.chooser().between(100, 900) + ", 7)")
                        : Node.expression("[0]", "[" + name + "i, 2.5, 3]"),
                ";");
        Node use = Node.statement(Prelude.FUEL + " += " + name + ".length & 1;");
        return Node.statement("for (let " + name + "i = 0; " + name + "i < " + make.chooser().of(50, 200, 600) + "; " + name
                + "i++) ", Node.block(List.of(garbage, use)));
    }
}
