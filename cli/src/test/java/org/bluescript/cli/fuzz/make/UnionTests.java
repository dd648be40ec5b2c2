package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Statements that find out of which of a union's types a value is: {@code if} after {@code if}, or {@code switch}. */
final class UnionTests implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) && !unions(make).isEmpty() ? 9 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        ValueType.UnionOf union = make.chooser().of(unions(make));
        Node value = make.expression(union, scope);
        String name = make.world().name("w");
        Scope around = scope.block();
        around.add(new Variable(name, union, false));
        String head = "for (const " + name + " of new Array<" + union.text() + ">(1, ";
        boolean switches = make.chooser().percent(50);
        return Node.statement(head, value, ")) ", switches && union.shape().isDiscriminated()
                ? kinds(make, name, union.shape(), around)
                : tests(make, name, union.shape(), around));
    }

    private static List<ValueType.UnionOf> unions(Maker make) {
        return make.world().types().stream()
                .filter(ValueType.UnionOf.class::isInstance)
                .map(ValueType.UnionOf.class::cast)
                .toList();
    }

    /** The test for a type of a union whose types before it have been excluded; empty for the last one, which needs none. */
    static String test(String name, ValueType type) {
        return switch (type) {
            case ValueType.ObjectOf(InterfaceShape i) when i.tag().isPresent() ->
                name + "." + InterfaceShape.KIND + " == \"" + i.tag().get() + "\"";
            case ValueType.ObjectOf(ClassShape c) -> name + " instanceof " + c.testedName();
            case ValueType.Simple s when s.isNumber() -> "typeof " + name + " == \"number\"";
            case ValueType.Simple s -> "typeof " + name + " == \"" + s.text() + "\"";
            default -> "";
        };
    }

    private static Node tests(Maker make, String name, UnionShape union, Scope around) {
        List<Object> parts = new ArrayList<>();
        for (ValueType type : union.types()) {
            boolean last = type == union.types().getLast();
            String test = last && make.chooser().percent(60) ? "" : test(name, type);
            parts.add(test.isEmpty() ? "" : "if (" + test + ") ");
            parts.add(branch(make, name, type, around));
            if (last || make.chooser().percent(10)) {
                break;
            }
            parts.add(" else ");
        }
        return Node.of(Node.Role.ITEM, "", parts.toArray());
    }

    private static Node kinds(Maker make, String name, UnionShape union, Scope around) {
        List<Node> cases = new ArrayList<>();
        for (ValueType type : union.types()) {
            String tag = ((InterfaceShape) ((ValueType.ObjectOf) type).shape()).tag().orElseThrow();
            boolean last = type == union.types().getLast() && make.chooser().percent(40);
            cases.add(Node.statement(last ? "default: " : "case \"" + tag + "\": ", branch(make, name, type, around), " break;"));
        }
        return Node.of(Node.Role.ITEM, "", "switch (" + name + "." + InterfaceShape.KIND + ") ", Node.block(cases));
    }

    /** Shows the value, for little else may. */
    private static Node branch(Maker make, String name, ValueType type, Scope around) {
        Scope inner = around.block();
        inner.add(new Variable(name, type, false));
        List<Node> lines = new ArrayList<>();
        if (make.chooser().percent(40)) {
            lines.add(Node.statement("print(" + name + ");"));
        }
        lines.addAll(make.statements(inner, 3));
        return Node.block(lines);
    }

    /** One of a union's types as an expression: a function with a parameter that it tests. */
    static final class Parts implements ExpressionForm {
        @Override
        public int weight(Maker make, ValueType wanted, Scope scope) {
            return unions(make).stream().anyMatch(u -> u.shape().types().contains(wanted)) ? 5 : 0;
        }

        @Override
        public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
            ValueType.UnionOf union = make.chooser().of(
                    unions(make).stream().filter(u -> u.shape().types().contains(wanted)).toList());
            Node value = make.expression(union, scope, depth);
            if (make.chooser().percent(5)) {
                return Maker.group(wanted, value, " as " + wanted.part());
            }
            String name = make.world().name("u");
            List<Object> parts = new ArrayList<>(List.of("((" + name + ": " + union.text() + "): " + wanted.text() + " => "));
            for (ValueType type : union.shape().types()) {
                boolean last = type == union.shape().types().getLast();
                Object chosen = type.equals(wanted) ? name : make.expression(wanted, scope, 0);
                parts.add(last ? "" : test(name, type) + " ? ");
                parts.add(chosen);
                parts.add(last ? ")(" : " : ");
            }
            parts.add(value);
            parts.add(")");
            return Maker.primary(wanted, parts.toArray());
        }
    }
}
