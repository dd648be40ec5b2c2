package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** Blocks in which a variable has a narrower type, because its value was tested. */
final class Narrowings implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.mayNest(scope) ? 6 : 0;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        ValueType wide = make.anyType(1);
        Scope inner = scope.block();
        String name = make.world().name("w");
        if (wide instanceof ValueType.ObjectOf(ClassShape c) && c.superclass().isPresent()) {
            ValueType declared = new ValueType.ObjectOf(c.superclass().get());
            Node value = make.assignable(declared, scope);
            inner.add(new Variable(name, wide, false));
            return Node.statement("for (const " + name + " of [", value, "]) if (" + name + " instanceof "
                    + wide.text() + ") ", make.block(inner, 3));
        }
        ValueType of = wide.isReference() ? wide : ValueType.Simple.STRING;
        Node value = make.expression(new ValueType.Nullable(of), scope, 2);
        inner.add(new Variable(name, of, false));
        String test = chooser.of(name + " != null", name + " !== null", name, "!!" + name, "!(" + name + " == null)");
        return Node.statement("for (const " + name + " of new Array<" + new ValueType.Nullable(of).text() + ">(1, ", value,
                ")) if (" + test + ") ", make.block(inner, 3));
    }
}
