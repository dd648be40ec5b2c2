package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/**
 * A generated class of errors.
 *
 * @param superclass another generated one; if there is none, it extends {@code base}
 * @param held what it has beside name and message
 */
record ErrorShape(String name, Optional<ErrorShape> superclass, String base, Variable held) {
    static ErrorShape announced(Maker make) {
        Chooser chooser = make.chooser();
        List<ErrorShape> earlier = make.world().errors();
        Optional<ErrorShape> superclass =
                !earlier.isEmpty() && chooser.percent(50) ? Optional.of(chooser.of(earlier)) : Optional.empty();
        Variable held = new Variable(make.world().name("f"), make.anyType(0), true);
        return new ErrorShape(make.world().name("X"), superclass, chooser.of("Error", "RangeError", "TypeError"), held);
    }

    /** All that its constructor takes behind the message. */
    List<Variable> fields() {
        List<Variable> all = new ArrayList<>(superclass.map(ErrorShape::fields).orElse(List.of()));
        all.add(held);
        return all;
    }

    Node declaration(Chooser chooser) {
        StringBuilder handed = new StringBuilder("m");
        superclass.map(ErrorShape::fields).orElse(List.of()).forEach(f -> handed.append(", ").append(f.name()));
        List<Node> constructor = new ArrayList<>();
        constructor.add(Node.statement("super(" + handed + ");"));
        constructor.add(Node.statement("this." + held.name() + " = " + held.name() + ";"));
        if (chooser.percent(50)) {
            constructor.add(Node.statement("this.name = \"" + name + "\";"));
        }
        StringBuilder parameters = new StringBuilder("m: string");
        fields().forEach(f -> parameters.append(", ").append(f.name()).append(": ").append(f.type().text()));
        return Node.statement("class " + name + " extends " + superclass.map(ErrorShape::name).orElse(base) + " ",
                Node.block(List.of(
                        Node.statement(held.name() + ": " + held.type().text() + ";"),
                        Node.statement("constructor(" + parameters + ") ", Node.block(constructor)))));
    }

    /** An expression that makes one. */
    Node creation(Maker make, Scope scope) {
        List<Object> parts = new ArrayList<>(List.of("new " + name + "(" + Prelude.CUT + "(",
                make.expression(ValueType.Simple.STRING, scope, 1), ")"));
        for (Variable field : fields()) {
            parts.add(", ");
            parts.add(make.assignable(field.type(), scope, 1));
        }
        parts.add(")");
        return Node.of(Node.Role.ITEM, "", parts.toArray());
    }

    /** What a handler may do with an error that may be one of these. */
    Node handled(Maker make, String error) {
        Node told = Node.statement("print(\"" + name + "\", " + error + "." + make.chooser().of(fields()).name() + ", " + error + ");");
        Node again = Node.statement("throw " + error + ";");
        return Node.statement("if (" + error + " instanceof " + name + ") ",
                Node.block(make.chooser().percent(20) ? List.of(told, again) : List.of(told)));
    }
}
