package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/** Object literals where an interface is wanted. */
final class ObjectLiterals implements ExpressionForm {
    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted instanceof ValueType.ObjectOf(InterfaceShape i) ? 10 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        InterfaceShape shape = (InterfaceShape) ((ValueType.ObjectOf) wanted).shape();
        return Maker.group(wanted, literal(make, shape, scope, depth), " as " + shape.name());
    }

    /** Whether {@link #untyped} makes something for the type. */
    static boolean fits(ValueType wanted) {
        return wanted instanceof ValueType.ObjectOf(InterfaceShape i)
                || wanted instanceof ValueType.UnionOf u && u.shape().isDiscriminated();
    }

    /** For a place that says which type is wanted. */
    static Node untyped(Maker make, ValueType wanted, Scope scope, int depth) {
        return switch (wanted) {
            case ValueType.ObjectOf(InterfaceShape shape) -> Maker.group(wanted, literal(make, shape, scope, depth));
            case ValueType.UnionOf union -> untyped(make, make.chooser().of(union.shape().types()), scope, depth);
            default -> throw new AssertionError(wanted);
        };
    }

    private static Node literal(Maker make, InterfaceShape shape, Scope scope, int depth) {
        List<Object> parts = new ArrayList<>(List.of("{ "));
        shape.tag().ifPresent(t -> parts.add(InterfaceShape.KIND + ": \"" + t + "\", "));
        for (InterfaceShape.Member member : shape.members()) {
            if (!member.optional() || make.chooser().percent(50)) {
                Node value = make.assignable(member.field().type(), scope, Math.min(depth, 1));
                parts.add(Node.of(Node.Role.ITEM, "", member.field().name() + ": ", value, ", "));
            }
        }
        for (FunctionShape method : shape.methods()) {
            parts.add(Node.of(Node.Role.ITEM, "", method(make, method, scope, depth), ", "));
        }
        parts.add("}");
        return Node.of(Node.Role.ITEM, "", parts.toArray());
    }

    private static Node method(Maker make, FunctionShape method, Scope scope, int depth) {
        if (!make.mayNest(scope) || make.chooser().percent(40)) {
            return Node.of(Node.Role.ITEM, "", method.name() + ": ",
                    new FunctionLiterals().make(make, method.type(), scope, depth));
        }
        Scope inner = scope.function(new Scope.Body(method.result(), Optional.empty(), true, true));
        Node parameters = Signatures.parameters(make, method.type(), inner);
        return Node.of(Node.Role.ITEM, "", method.name(), parameters, ": " + method.result().text() + " ",
                FunctionLiterals.body(make, method.result(), inner));
    }
}
