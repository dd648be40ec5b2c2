package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** Assignments of properties, own and others', static ones too. */
final class FieldWrites implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return make.world().shapesWithField(Variable::assignable).isEmpty() ? 0 : 14;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        Shape shape = chooser.of(make.world().shapesWithField(Variable::assignable));
        Variable field = chooser.of(shape.fields().stream().filter(Variable::assignable).toList());
        boolean own = scope.body().self().filter(s -> s.fits(shape) && s.fields().contains(field)).isPresent() && chooser.percent(60);
        Node object = own
                ? Node.expression("this", "this")
                : Maker.group(new ValueType.ObjectOf(shape), make.expression(new ValueType.ObjectOf(shape), scope, 1));
        return assignment(make, scope, field.type(), object, "." + field.name());
    }

    /** Of a place: an object or array, and what behind it names the place. */
    static Node assignment(Maker make, Scope scope, ValueType type, Object... place) {
        Chooser chooser = make.chooser();
        Node target = Node.of(Node.Role.ITEM, "", place);
        if (type.isNumber() && chooser.percent(15)) {
            return Node.statement(target, chooser.of("++;", "--;"));
        }
        if (type == ValueType.Simple.STRING) {
            return Node.statement(target, " = " + Prelude.CUT + "(", make.expression(type, scope), ");");
        }
        Node value = make.assignable(type, scope);
        return Node.statement(target, " " + Assignments.operator(chooser, type) + " ", value, ";");
    }
}
