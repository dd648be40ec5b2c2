package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code let} and {@code const}, some with a type, some that hide an outer variable. */
final class Declarations implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return 14;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        return declaration(make, make.anyType(2), scope, scope);
    }

    /** Of a variable that is added to a scope, with a value that another one sees. */
    static Node declaration(Maker make, ValueType type, Scope scope, Scope added) {
        boolean constant = make.chooser().percent(30);
        boolean typed = make.chooser().percent(60) || type.mustBeSaid();
        Node value = typed ? make.assignable(type, scope) : make.expression(type, scope);
        String name = make.world().name("v");
        added.add(new Variable(name, type, !constant));
        return Node.statement((constant ? "const " : "let ") + name + (typed ? ": " + type.text() : "") + " = ", value, ";");
    }
}
