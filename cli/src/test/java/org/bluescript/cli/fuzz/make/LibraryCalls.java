package org.bluescript.cli.fuzz.make;

import org.bluescript.cli.fuzz.text.Node;

/** Methods of arrays and strings that the library has in BlueScript, spread, and {@code ??}. */
final class LibraryCalls implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return switch (wanted) {
            case ValueType.ArrayOf a -> 12;
            case ValueType.Simple.INTEGER, ValueType.Simple.STRING, ValueType.Simple.BOOLEAN -> 8;
            case ValueType.ObjectOf o -> 4;
            default -> 0;
        };
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        return switch (wanted) {
            case ValueType.ArrayOf a -> array(make, a, scope, depth);
            case ValueType.Simple.INTEGER ->
                make.chooser().percent(50)
                        ? Maker.primary(wanted, text(make, scope, depth), ".indexOf(", text(make, scope, 0), ")")
                        : Maker.primary(wanted, integers(make, scope, depth), ".indexOf(", integer(make, scope, depth), ")");
            case ValueType.Simple.BOOLEAN ->
                make.chooser().percent(50)
                        ? Maker.primary(wanted, text(make, scope, depth), ".includes(", text(make, scope, 0), ")")
                        : Maker.primary(wanted, integers(make, scope, depth), ".some(x => x > ", integer(make, scope, 0), ")");
            case ValueType.Simple.STRING -> string(make, scope, depth);
            default ->
                Maker.group(wanted, make.expression(new ValueType.Nullable(wanted), scope, depth), " ?? ",
                        make.expression(wanted, scope, 0));
        };
    }

    private static Node array(Maker make, ValueType.ArrayOf wanted, Scope scope, int depth) {
        Node source = make.expression(wanted, scope, depth);
        String element = make.world().name("x");
        Scope inner = scope.function(new Scope.Body(wanted.element(), scope.body().self(), false, false));
        inner.add(new Variable(element, wanted.element(), false));
        return switch (make.chooser().below(6)) {
            case 0 -> Maker.primary(wanted, source, ".slice(", integer(make, scope, 0), ", ", integer(make, scope, 0), ")");
            case 1 ->
                Maker.primary(wanted, source, ".filter(" + element + " => ",
                        make.expression(ValueType.Simple.BOOLEAN, inner, Math.min(depth, 1)), ")");
            case 2 ->
                Maker.primary(wanted, source, ".map((" + element + ": " + wanted.element().text() + "): "
                        + wanted.element().text() + " => ", make.assignable(wanted.element(), inner, Math.min(depth, 1)), ")");
            case 3 -> Maker.primary(wanted, source, ".concat(", make.expression(wanted, scope, 0), ")");
            case 4 -> Maker.primary(wanted, source, ".slice().reverse()");
            default ->
                Maker.group(wanted, "[...", source, ", ", make.assignable(wanted.element(), scope, 0), "] as " + wanted.text());
        };
    }

    private static Node string(Maker make, Scope scope, int depth) {
        ValueType wanted = ValueType.Simple.STRING;
        Node text = text(make, scope, depth);
        return switch (make.chooser().below(7)) {
            case 0 -> Maker.primary(wanted, text, ".slice(", integer(make, scope, 0), ", ", integer(make, scope, 0), ")");
            case 1 -> Maker.primary(wanted, text, ".toUpperCase()");
            case 2 -> Maker.primary(wanted, text, ".trim()");
            case 3 -> Maker.primary(wanted, text, ".padStart(12, \"*\")");
            case 4 -> Maker.primary(wanted, text, ".split(\" \").join(\"-\")");
            case 5 -> Maker.primary(wanted, text, ".replace(\"a\", ", text(make, scope, 0), ")");
            default -> Maker.primary(wanted, "`${", make.expression(make.anyType(1), scope, depth), "}/${", text, "}`");
        };
    }

    private static Node text(Maker make, Scope scope, int depth) {
        return Maker.primary(ValueType.Simple.STRING, Prelude.CUT + "(",
                make.expression(ValueType.Simple.STRING, scope, depth), ")");
    }

    private static Node integer(Maker make, Scope scope, int depth) {
        return make.expression(ValueType.Simple.INTEGER, scope, depth);
    }

    private static Node integers(Maker make, Scope scope, int depth) {
        return make.expression(new ValueType.ArrayOf(ValueType.Simple.INTEGER), scope, depth);
    }
}
