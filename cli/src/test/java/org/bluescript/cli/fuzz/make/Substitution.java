package org.bluescript.cli.fuzz.make;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types in the place of type parameters, and of what is made of these. */
final class Substitution {
    private final Map<ValueType, ValueType> types = new HashMap<>();

    void put(ValueType type, ValueType given) {
        types.put(type, given);
    }

    ValueType get(ValueType type) {
        return types.get(type);
    }

    /** Adds what makes the open type this one; false if nothing does. */
    boolean unify(ValueType open, ValueType wanted) {
        return switch (open) {
            case ValueType.Parameter p when wanted == ValueType.Simple.VOID -> false;
            case ValueType.Parameter p -> types.computeIfAbsent(p, k -> wanted).equals(wanted);
            case ValueType.ArrayOf a when wanted instanceof ValueType.ArrayOf w -> unify(a.element(), w.element());
            default -> open.equals(wanted);
        };
    }

    ValueType of(ValueType type) {
        ValueType given = types.get(type);
        if (given != null) {
            return given;
        }
        return switch (type) {
            case ValueType.ArrayOf a -> new ValueType.ArrayOf(of(a.element()));
            case ValueType.Nullable n -> ValueType.Nullable.of(of(n.of()));
            case ValueType.MapOf m -> new ValueType.MapOf(of(m.key()), of(m.value()));
            case ValueType.SetOf s -> new ValueType.SetOf(of(s.of()));
            case ValueType.FunctionOf f -> of(f);
            case ValueType.Simple s -> s;
            case ValueType.EnumOf e -> e;
            case ValueType.ObjectOf o -> o;
            case ValueType.UnionOf u -> u;
            case ValueType.Parameter p -> p;
        };
    }

    ValueType.FunctionOf of(ValueType.FunctionOf type) {
        return new ValueType.FunctionOf(of(type.parameters()), of(type.optional()), type.rest().map(this::of), of(type.result()));
    }

    private List<ValueType> of(List<ValueType> all) {
        return all.stream().map(this::of).toList();
    }

    Variable of(Variable variable) {
        return new Variable(variable.name(), of(variable.type()), variable.assignable());
    }

    FunctionShape of(FunctionShape function) {
        return new FunctionShape(function.name(), of(function.type()));
    }
}
