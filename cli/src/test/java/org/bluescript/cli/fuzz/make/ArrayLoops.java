package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code for … of} arrays and strings. */
final class ArrayLoops implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) ? 6 : 0;
    }

    /** Over a copy if the array may grow meanwhile, for the loop must end. */
    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        ValueType over = chooser.percent(30)
                ? chooser.of(ValueType.Simple.STRING, chooser.of(make.world().typedArrays()))
                : new ValueType.ArrayOf(make.anyType(1));
        Node sequence = make.expression(over, scope, 1);
        ValueType element = over == ValueType.Simple.STRING ? over : over.element();
        Scope body = scope.block();
        String name = make.world().name("e");
        boolean constant = chooser.percent(70);
        body.add(new Variable(name, element, !constant));
        return CountingLoops.loop(make, body, "for (" + (constant ? "const " : "let ") + name + " of ", sequence, ") ");
    }
}
