package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code ??=}, {@code ||=} and {@code &&=}, of variables and properties. */
final class LogicalAssignments implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return targets(scope).isEmpty() ? 0 : 6;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        List<Shape> shapes = make.world().shapesWithField(LogicalAssignments::fits);
        if (!shapes.isEmpty() && make.chooser().percent(40)) {
            Shape shape = make.chooser().of(shapes);
            Variable field = make.chooser().of(shape.fields().stream().filter(LogicalAssignments::fits).toList());
            Node object = make.expression(new ValueType.ObjectOf(shape), scope, 1);
            return assignment(make, scope, field.type(), "(", object, ")." + field.name());
        }
        Variable variable = make.chooser().of(targets(scope));
        return assignment(make, scope, variable.type(), variable.name());
    }

    private static Node assignment(Maker make, Scope scope, ValueType type, Object... place) {
        boolean nullable = type instanceof ValueType.Nullable;
        String operator = nullable ? make.chooser().of("??=", "??=", "||=", "&&=") : make.chooser().of("||=", "&&=");
        Node value = make.assignable(type, scope, 2);
        return Node.statement(Node.of(Node.Role.ITEM, "", place), " " + operator + " ", value, ";");
    }

    private static List<Variable> targets(Scope scope) {
        return scope.variables(LogicalAssignments::fits);
    }

    /** A text could become longer in each turn of a loop, but not by these. */
    private static boolean fits(Variable variable) {
        return variable.assignable() && (variable.type() instanceof ValueType.Nullable || variable.type() instanceof ValueType.Simple);
    }
}
