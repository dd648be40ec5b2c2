package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Values taken through {@code any}: conversions there and back, and operators whose meaning the values decide. */
final class Dynamic implements ExpressionForm {
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted == ValueType.Simple.VOID ? 0 : wanted instanceof ValueType.Simple ? 14 : 5;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Chooser chooser = make.chooser();
        if (chooser.percent(25)) {
            return roundTrip(make, wanted, scope, depth);
        }
        return switch (wanted) {
            case ValueType.Simple.INTEGER ->
                Maker.group(wanted, "(", any(make, wanted, scope, depth), " " + chooser.of("+", "-", "*", "&", "|", "^", "<<", ">>", ">>>")
                        + " ", any(make, wanted, scope, depth), ") as integer");
            case ValueType.Simple.FLOAT ->
                Maker.group(wanted, any(make, number(chooser), scope, depth), " " + chooser.of("+", "-", "*", "/", "%") + " ",
                        any(make, number(chooser), scope, depth), " as float");
            case ValueType.Simple.BOOLEAN -> test(make, scope, depth);
            case ValueType.Simple.STRING ->
                chooser.percent(50)
                        ? Maker.group(wanted, "typeof ", any(make, make.anyType(1), scope, depth))
                        : Maker.group(wanted, "\"\" + ", any(make, make.anyType(1), scope, depth));
            default -> roundTrip(make, wanted, scope, depth);
        };
    }

    private static Node test(Maker make, Scope scope, int depth) {
        ValueType wanted = ValueType.Simple.BOOLEAN;
        Chooser chooser = make.chooser();
        return switch (chooser.below(3)) {
            case 0 ->
                Maker.group(wanted, any(make, number(chooser), scope, depth), " " + chooser.of("<", "<=", ">", ">=") + " ",
                        any(make, number(chooser), scope, depth));
            case 1 -> Maker.group(wanted, "!", any(make, make.anyType(1), scope, depth));
            default ->
                Maker.group(wanted, any(make, make.anyType(1), scope, depth), chooser.of(" == ", " != "),
                        any(make, make.anyType(1), scope, depth));
        };
    }

    private static ValueType number(Chooser chooser) {
        return chooser.of(ValueType.Simple.INTEGER, ValueType.Simple.FLOAT);
    }

    private static Node roundTrip(Maker make, ValueType wanted, Scope scope, int depth) {
        return Maker.group(wanted, any(make, wanted, scope, depth), " as " + text(wanted));
    }

    private static String text(ValueType type) {
        return type instanceof ValueType.FunctionOf ? "(" + type.text() + ")" : type.text();
    }

    /** A value of the type as an {@code any}. */
    static Node any(Maker make, ValueType type, Scope scope, int depth) {
        return Maker.group(type, make.expression(type, scope, depth), " as any");
    }

    /** Members and calls of values that are {@code any}. */
    static final class Members implements ExpressionForm {
        @Override
        public int weight(Maker make, ValueType wanted, Scope scope) {
            return fields(make, wanted).isEmpty() && (!scope.body().calls() || methods(make, wanted).isEmpty()) ? 0 : 8;
        }

        @Override
        public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
            List<Shape> fields = fields(make, wanted);
            List<Shape> methods = scope.body().calls() ? methods(make, wanted) : List.of();
            boolean call = fields.isEmpty() || !methods.isEmpty() && make.chooser().percent(50);
            Shape shape = make.chooser().of(call ? methods : fields);
            Node object = any(make, new ValueType.ObjectOf(shape), scope, Math.min(depth, 1));
            if (!call) {
                Variable field = make.chooser()
                        .of(shape.fields().stream().filter(f -> f.type().equals(wanted)).toList());
                return Maker.group(wanted, object, "." + field.name() + " as " + text(wanted));
            }
            FunctionShape method = make.chooser()
                    .of(shape.methods().stream().filter(m -> m.result().equals(wanted)).toList());
            Node arguments = Signatures.arguments(make, method.type(), scope, depth, Signatures.Callee.ANY);
            return wanted == ValueType.Simple.VOID
                    ? Maker.primary(wanted, object, "." + method.name(), arguments)
                    : Maker.group(wanted, object, "." + method.name(), arguments, " as " + text(wanted));
        }

        private static List<Shape> fields(Maker make, ValueType wanted) {
            return make.world().shapesWithField(f -> f.type().equals(wanted));
        }

        private static List<Shape> methods(Maker make, ValueType wanted) {
            return make.world().shapesWithMethod(wanted);
        }
    }
}
