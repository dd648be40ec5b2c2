package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Calls of generic functions; the type arguments are written, or follow from the others. */
final class GenericCalls implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return scope.body().calls() && !functions(make, wanted).isEmpty() ? 12 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        GenericFunction function = make.chooser().of(functions(make, wanted));
        Substitution given = new Substitution();
        given.unify(function.type().result(), wanted);
        for (ValueType.Parameter parameter : function.parameters()) {
            if (given.get(parameter) == null) {
                given.put(parameter, make.anyType(1));
            }
        }
        List<ValueType> arguments = function.parameters().stream().map(given::get).toList();
        ValueType.FunctionOf type = given.of(function.type());
        boolean written = arguments.stream().anyMatch(ValueType::mustBeSaid) || make.chooser().percent(40);
        String list = "<" + String.join(", ", arguments.stream().map(ValueType::text).toList()) + ">";
        return Maker.primary(wanted, function.name() + (written ? list : ""), Signatures.arguments(make, type, scope, depth,
                written ? Signatures.Callee.DECLARED : Signatures.Callee.ANY));
    }

    private static List<GenericFunction> functions(Maker make, ValueType wanted) {
        return make.world().genericFunctions().stream()
                .filter(f -> new Substitution().unify(f.type().result(), wanted))
                .toList();
    }
}
