package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** {@code x!} and {@code x || y} of what may be null. */
final class NonNullAssertions implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        ValueType nullable = new ValueType.Nullable(wanted);
        return wanted.isReference() && !scope.variables(v -> v.type().equals(nullable)).isEmpty() ? 6 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Node value = make.expression(new ValueType.Nullable(wanted), scope, depth);
        return make.chooser().percent(6)
                ? Maker.primary(wanted, "(", value, ")!")
                : Maker.group(wanted, value, " || ", make.expression(wanted, scope, 0));
    }
}
