package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Assignments of properties and elements of values that are {@code any}, and loops over such values. */
final class DynamicWrites implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return 6;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Chooser chooser = make.chooser();
        List<Shape> shapes = make.world().shapesWithField(Variable::assignable);
        if (make.mayNest(scope) && (shapes.isEmpty() || chooser.percent(25))) {
            ValueType over = chooser.percent(30) ? ValueType.Simple.STRING : new ValueType.ArrayOf(make.anyType(1));
            String name = make.world().name("e");
            Scope body = scope.block();
            Node element = Node.statement("print(typeof " + name + ", " + name + ");");
            Node inner = Node.statement(make.block(body, 2));
            return Node.statement("for (const " + name + " of ", Dynamic.any(make, over, scope, 1), ") ", Node.block(List.of(element, inner)));
        }
        if (!shapes.isEmpty() && chooser.percent(60)) {
            Shape shape = chooser.of(shapes);
            Variable field = chooser.of(shape.fields().stream().filter(Variable::assignable).toList());
            return assignment(make, scope, field.type(), Dynamic.any(make, new ValueType.ObjectOf(shape), scope, 1), "." + field.name());
        }
        ValueType element = make.anyType(1);
        return assignment(make, scope, element, Dynamic.any(make, new ValueType.ArrayOf(element), scope, 1), "[0]");
    }

    /** Of a value that is sometimes {@code any} itself, and sometimes of a wrong type. */
    private static Node assignment(Maker make, Scope scope, ValueType type, Object... place) {
        Chooser chooser = make.chooser();
        ValueType given = chooser.percent(5) ? make.anyType(1) : type;
        Node target = Node.of(Node.Role.ITEM, "", place);
        if (type.isNumber() && chooser.percent(20)) {
            return Node.statement(target, chooser.of("++;", "--;", " += 3;", " -= 2;", " *= 2;"));
        }
        if (type == ValueType.Simple.STRING && given == type) {
            return Node.statement(target, " = " + Prelude.CUT + "(", make.expression(type, scope, 2), ");");
        }
        return Node.statement(target, " = ", chooser.percent(50) ? Dynamic.any(make, given, scope, 2) : value(make, given, scope), ";");
    }

    /** An object literal says nothing of its type here. */
    private static Node value(Maker make, ValueType type, Scope scope) {
        return ObjectLiterals.fits(type) ? make.expression(type, scope, 2) : make.assignable(type, scope, 2);
    }
}
