package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code try} with {@code catch}, {@code finally} or both. */
final class Tries implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) ? 10 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        Node body = make.block(scope.block(), 3);
        boolean catches = chooser.percent(85);
        if (!catches) {
            return Node.statement("try ", body, " finally ", make.block(scope.block(), 2));
        }
        String error = make.world().name("e");
        String deep = make.world().name("d");
        Node before = Node.statement("const " + deep + " = " + Prelude.DEEP + ";");
        Node after = Node.statement(Prelude.DEEP + " = " + deep + ";");
        Node seen = Node.statement("print(" + error + ".name, " + error + ".message);");
        List<Node> handling = new ArrayList<>(List.of(after, seen));
        if (!make.world().errors().isEmpty() && chooser.percent(60)) {
            handling.add(chooser.of(make.world().errors()).handled(make, error));
        }
        handling.add(Node.statement(make.block(scope.block(), 2)));
        Node handler = Node.block(handling);
        String head = " catch (" + error + ") ";
        Node whole = chooser.percent(25)
                ? Node.statement("try ", body, head, handler, " finally ", make.block(scope.block(), 2))
                : Node.statement("try ", body, head, handler);
        return Node.statement(Node.block(List.of(before, whole)));
    }

    /** {@code throw}, under a condition. */
    static final class Throws implements StatementForm {
        @Override
        public int weight(Maker make, Scope scope) {
            return scope.depth() > 0 ? 5 : 0;
        }

        @Override
        public Node make(Maker make, Scope scope) {
            if (!make.world().errors().isEmpty() && make.chooser().percent(60)) {
                Node error = make.chooser().of(make.world().errors()).creation(make, scope);
                return Node.statement("if (", make.condition(scope, 1), ") ",
                        Node.block(List.of(Node.statement("throw ", error, ";"))));
            }
            String kind = make.chooser().of("Error", "RangeError", "TypeError");
            Node text = make.expression(ValueType.Simple.STRING, scope, 1);
            Node thrown = Node.statement("throw new " + kind + "(" + Prelude.CUT + "(", text, "));");
            return Node.statement("if (", make.condition(scope, 1), ") ", Node.block(List.of(thrown)));
        }
    }
}
