package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Calls of function values wherever they come from: properties, elements, maps, conditionals. */
final class StoredFunctionCalls implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return scope.body().calls() && !types(make, wanted, scope).isEmpty() ? 8 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        ValueType.FunctionOf type = make.chooser().of(types(make, wanted, scope));
        return Maker.primary(wanted, "(", make.expression(type, scope, Math.max(depth, 1)), ")",
                Signatures.arguments(make, type, scope, depth, Signatures.Callee.VALUE));
    }

    /** Of functions that something holds. */
    private static List<ValueType.FunctionOf> types(Maker make, ValueType wanted, Scope scope) {
        List<ValueType> held = new ArrayList<>();
        scope.variables(v -> true).forEach(v -> held.add(held(v.type())));
        make.world().classes().forEach(c -> c.fields().forEach(f -> held.add(held(f.type()))));
        return held.stream()
                .filter(t -> t instanceof ValueType.FunctionOf f && f.result().equals(wanted))
                .map(t -> (ValueType.FunctionOf) t)
                .toList();
    }

    private static ValueType held(ValueType holder) {
        return switch (holder) {
            case ValueType.ArrayOf a -> a.element();
            case ValueType.MapOf m -> m.value();
            case ValueType.Nullable n -> n.of();
            default -> holder;
        };
    }
}
