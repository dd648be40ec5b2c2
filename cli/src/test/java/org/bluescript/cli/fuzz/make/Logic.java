package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code &&} and {@code ||}, which give an operand, and {@code instanceof}. */
final class Logic implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        if (wanted == ValueType.Simple.BOOLEAN) {
            return 12;
        }
        return wanted.isNumber() || wanted == ValueType.Simple.STRING ? 3 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        if (wanted == ValueType.Simple.BOOLEAN && !make.world().classes().isEmpty() && make.chooser().percent(20)) {
            ClassShape tested = make.chooser().of(make.world().classes());
            ClassShape declared = make.chooser().percent(60) ? tested.superclass().orElse(tested) : tested;
            Node object = make.expression(new ValueType.ObjectOf(declared), scope, depth);
            return Maker.group(wanted, object, " instanceof " + tested.testedName());
        }
        String operator = make.chooser().of(" && ", " || ");
        return Maker.group(wanted, make.expression(wanted, scope, depth), operator, make.expression(wanted, scope, depth));
    }
}
