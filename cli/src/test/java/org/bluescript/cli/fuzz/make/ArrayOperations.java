package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code push}, {@code pop}, {@code shift}, {@code unshift}: only on arrays whose element type may grow. */
final class ArrayOperations implements ExpressionForm {
    private static final int LONGEST = 24;

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return arrays(make, wanted, scope).isEmpty() ? 0 : 5;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Variable array = make.chooser().of(arrays(make, wanted, scope));
        ValueType element = ((ValueType.ArrayOf) array.type()).element();
        String name = array.name();
        if (wanted == ValueType.Simple.INTEGER && (!element.equals(wanted) || make.chooser().percent(60))) {
            Node pushed = Maker.primary(wanted, name + make.chooser().of(".push(", ".push(", ".unshift("),
                    make.assignable(element, scope, depth), ")");
            return Maker.group(wanted, name + ".length < " + LONGEST + " ? ", pushed, " : 0");
        }
        Node taken = Maker.primary(wanted, name + make.chooser().of(".pop()", ".pop()", ".shift()"));
        return make.chooser().percent(4)
                ? taken
                : Maker.group(wanted, name + ".length > 0 ? ", taken, " : ", make.expression(wanted, scope, 0));
    }

    /** Arrays of what is wanted, and any for their new length. */
    private static List<Variable> arrays(Maker make, ValueType wanted, Scope scope) {
        return scope.variables(v -> v.type() instanceof ValueType.ArrayOf array
                && make.world().growing().contains(array.element())
                && (wanted == ValueType.Simple.INTEGER || array.element().equals(wanted)));
    }
}
