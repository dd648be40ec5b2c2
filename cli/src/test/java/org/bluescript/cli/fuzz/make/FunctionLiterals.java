package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Arrow functions and function expressions, which close over what is around them. */
final class FunctionLiterals implements ExpressionForm {
    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted instanceof ValueType.FunctionOf ? 15 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        ValueType.FunctionOf type = (ValueType.FunctionOf) wanted;
        boolean isLong = make.mayNest(scope) && (type.result() == ValueType.Simple.VOID || make.chooser().percent(40));
        boolean isArrow = scope.body().self().isPresent() || make.chooser().percent(80);
        Scope inner = scope.function(new Scope.Body(type.result(), scope.body().self(), isLong, isLong));
        Node parameters = Signatures.parameters(make, type, inner);
        Node head = Node.of(Node.Role.ITEM, "", parameters, ": " + type.result().text());
        if (isLong) {
            Node body = body(make, type.result(), inner);
            return isArrow ? Maker.group(wanted, head, " => ", body) : Maker.group(wanted, "function ", head, " ", body);
        }
        if (type.result() == ValueType.Simple.VOID) {
            return Maker.group(wanted, head, " => {}");
        }
        return Maker.group(wanted, head, " => ", make.assignable(type.result(), inner, depth));
    }

    /** Of a function that may call others. */
    static Node body(Maker make, ValueType result, Scope inner) {
        List<Node> lines = new ArrayList<>();
        lines.add(Prelude.enter(result));
        lines.addAll(make.statements(inner, 4));
        if (result == ValueType.Simple.VOID) {
            lines.add(Prelude.leave());
        } else {
            String name = make.world().name("r");
            lines.add(Node.statement("const " + name + ": " + result.text() + " = ", make.assignable(result, inner), ";"));
            lines.add(Prelude.leave());
            lines.add(Node.statement("return " + name + ";"));
        }
        return Node.block(lines);
    }
}
