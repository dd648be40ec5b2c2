package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Calls of methods, {@code super}'s included. */
final class MethodCalls implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return scope.body().calls() && !make.world().shapesWithMethod(wanted).isEmpty() ? 14 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        List<FunctionShape> inherited = scope.body().self()
                .flatMap(ClassShape::superclass)
                .map(s -> returning(s, wanted).stream().filter(m -> !s.leavesOpen(m)).toList())
                .orElse(List.of());
        if (!inherited.isEmpty() && scope.body().returns() && make.chooser().percent(30)) {
            FunctionShape method = make.chooser().of(inherited);
            return Maker.primary(wanted, "super." + method.name(), Signatures.arguments(make, method.type(), scope, depth, Signatures.Callee.DECLARED));
        }
        Shape shape = make.chooser().of(make.world().shapesWithMethod(wanted));
        FunctionShape method = make.chooser().of(returning(shape, wanted));
        Node object = make.expression(new ValueType.ObjectOf(shape), scope, Math.min(depth, 1));
        return Maker.primary(wanted, "(", object, ")." + method.name(), Signatures.arguments(make, method.type(), scope, depth, Signatures.Callee.DECLARED));
    }

    private static List<FunctionShape> returning(Shape shape, ValueType wanted) {
        return shape.methods().stream().filter(m -> m.result().equals(wanted)).toList();
    }
}
