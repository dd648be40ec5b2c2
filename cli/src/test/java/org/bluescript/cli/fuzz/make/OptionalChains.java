package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code a?.b}, {@code a?.m()}, {@code f?.()}, {@code s?.length}, with {@code ??} where something else than null is wanted. */
final class OptionalChains implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted == ValueType.Simple.VOID || chains(make, wanted, scope).isEmpty() ? 0 : 6;
    }

    /** What may stand before and behind the question mark. */
    private record Chain(ValueType object, String member, List<ValueType> parameters, boolean call) {}

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Chain chain = make.chooser().of(chains(make, wanted, scope));
        ValueType type = new ValueType.Nullable(chain.object());
        Node value = make.expression(type, scope, depth);
        Node object = value.toString().contains("null") ? Maker.group(type, value, " as " + type.text()) : value;
        Object arguments = chain.call() ? make.arguments(chain.parameters(), scope, depth) : "";
        Node taken = Maker.primary(new ValueType.Nullable(wanted), "(", object, ")?." + chain.member(), arguments);
        return wanted instanceof ValueType.Nullable ? taken : Maker.group(wanted, taken, " ?? ", make.expression(wanted, scope, 0));
    }

    private static List<Chain> chains(Maker make, ValueType wanted, Scope scope) {
        ValueType value = wanted instanceof ValueType.Nullable n ? n.of() : wanted;
        List<Chain> chains = new ArrayList<>();
        for (Shape shape : make.world().shapes()) {
            ValueType object = new ValueType.ObjectOf(shape);
            shape.fields().stream()
                    .filter(f -> f.type().equals(value))
                    .forEach(f -> chains.add(new Chain(object, f.name(), List.of(), false)));
            shape.methods().stream()
                    .filter(m -> scope.body().calls() && m.result().equals(value))
                    .forEach(m -> chains.add(new Chain(object, m.name(), m.type().parameters(), true)));
        }
        for (Variable variable : scope.variables(v -> v.type() instanceof ValueType.Nullable)) {
            ValueType of = ((ValueType.Nullable) variable.type()).of();
            if (of instanceof ValueType.FunctionOf f && f.result().equals(value) && scope.body().calls()) {
                chains.add(new Chain(of, "", f.parameters(), true));
            } else if (value == ValueType.Simple.INTEGER && (of.isArray() || of == ValueType.Simple.STRING)) {
                chains.add(new Chain(of, "length", List.of(), false));
            }
        }
        return chains;
    }
}
