package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bluescript.cli.fuzz.text.Node;

/** Makes expressions, statements and types by chance. What kinds there are stands in {@link Forms}. */
final class Maker {
    private static final int EXPRESSION_DEPTH = 3;
    private static final int STATEMENT_DEPTH = 3;

    private final Chooser chooser;
    private final World world;

    Maker(Chooser chooser) {
        this.chooser = chooser;
        this.world = new World(chooser);
    }

    Chooser chooser() {
        return chooser;
    }

    World world() {
        return world;
    }

    // ---- expressions

    /** Of exactly this type. */
    Node expression(ValueType type, Scope scope) {
        return expression(type, scope, chooser.between(0, EXPRESSION_DEPTH));
    }

    Node expression(ValueType type, Scope scope, int depth) {
        List<ExpressionForm> forms = Forms.EXPRESSIONS.stream().filter(f -> depth > 0 || f.isLeaf()).toList();
        return chooser.weighted(forms, f -> f.weight(this, type, scope))
                .make(this, type, scope, Math.max(depth - 1, 0));
    }

    /** Of a type that may stand where this one is wanted. */
    Node assignable(ValueType type, Scope scope, int depth) {
        if (ObjectLiterals.fits(type) && chooser.percent(30)) {
            return ObjectLiterals.untyped(this, type, scope, depth);
        }
        return expression(chooser.percent(75) ? type : narrower(type), scope, depth);
    }

    Node assignable(ValueType type, Scope scope) {
        return assignable(type, scope, chooser.between(0, EXPRESSION_DEPTH));
    }

    /** A type whose values may stand where this one is wanted; the same one if there is no other. */
    ValueType narrower(ValueType type) {
        return switch (type) {
            case ValueType.Simple s when s == ValueType.Simple.FLOAT -> ValueType.Simple.INTEGER;
            case ValueType.Nullable n -> n.of();
            case ValueType.ObjectOf o -> fitting(o);
            case ValueType.UnionOf u -> chooser.of(u.shape().types());
            default -> type;
        };
    }

    /** The type itself, if no other is to be seen. */
    private ValueType fitting(ValueType.ObjectOf type) {
        List<Shape> possible = world.shapes().stream().filter(s -> s.fits(type.shape())).toList();
        return possible.isEmpty() ? type : new ValueType.ObjectOf(chooser.of(possible));
    }

    /** Of type boolean, or of another whose truth is asked. */
    Node condition(Scope scope, int depth) {
        return expression(chooser.percent(80) ? ValueType.Simple.BOOLEAN : anyType(1), scope, depth);
    }

    /** In parentheses. */
    Node arguments(List<ValueType> types, Scope scope, int depth) {
        List<Object> parts = new ArrayList<>(List.of("("));
        for (ValueType type : types) {
            if (parts.size() > 1) {
                parts.add(", ");
            }
            parts.add(assignable(type, scope, depth));
        }
        parts.add(")");
        return Node.of(Node.Role.ITEM, "", parts.toArray());
    }

    /** An expression for the type with these parts, in parentheses. */
    static Node group(ValueType type, Object... parts) {
        List<Object> all = new ArrayList<>(List.of("("));
        all.addAll(List.of(parts));
        all.add(")");
        return primary(type, all.toArray());
    }

    /** An expression for the type that needs no parentheses. */
    static Node primary(ValueType type, Object... parts) {
        return Node.expression(type.fallback(), parts);
    }

    // ---- statements

    Node statement(Scope scope) {
        return chooser.weighted(Forms.STATEMENTS, f -> f.weight(this, scope)).make(this, scope);
    }

    /** Whether statements at this place may have blocks. */
    boolean mayNest(Scope scope) {
        return scope.depth() < STATEMENT_DEPTH;
    }

    /** Statements in a scope of their own, which is {@code block}. */
    Node block(Scope block, int most) {
        return Node.block(statements(block, most));
    }

    List<Node> statements(Scope block, int most) {
        return IntStream.range(0, chooser.between(1, most)).mapToObj(i -> statement(block)).toList();
    }

    // ---- types

    ValueType anyType(int depth) {
        if (!world.open().isEmpty() && chooser.percent(35)) {
            return chooser.of(world.open());
        }
        List<ValueType> announced = world.types();
        if (!announced.isEmpty() && chooser.percent(12)) {
            return chooser.of(announced);
        }
        int kind = chooser.below(100);
        if (kind < 25) {
            return ValueType.Simple.INTEGER;
        } else if (kind < 40) {
            return ValueType.Simple.FLOAT;
        } else if (kind < 50) {
            return ValueType.Simple.BOOLEAN;
        } else if (kind < 62) {
            return ValueType.Simple.STRING;
        } else if (kind < 66 && !world.enums().isEmpty()) {
            return new ValueType.EnumOf(chooser.of(world.enums()));
        } else if (kind < 76 && !world.classes().isEmpty()) {
            return new ValueType.ObjectOf(chooser.of(world.classes()));
        } else if (kind < 80) {
            return chooser.of(world.typedArrays());
        } else if (depth == 0) {
            return ValueType.Simple.INTEGER;
        } else if (kind < 83 && !world.tables().isEmpty()) {
            return chooser.of(world.tables());
        } else if (kind < 89) {
            return new ValueType.ArrayOf(anyType(depth - 1));
        } else if (kind < 95) {
            ValueType of = anyType(depth - 1);
            return of.isReference() ? new ValueType.Nullable(of) : of;
        } else {
            return functionType();
        }
    }

    /** A function that nobody has declared yet. */
    FunctionShape functionShape(String prefix) {
        List<ValueType> parameters = types(chooser.below(4), 1);
        List<ValueType> optional = types(chooser.percent(25) ? chooser.between(1, 2) : 0, 1);
        Optional<ValueType> rest = chooser.percent(12) ? Optional.of(anyType(0)) : Optional.empty();
        ValueType result = chooser.percent(15) ? ValueType.Simple.VOID : anyType(2);
        return new FunctionShape(world.name(prefix), new ValueType.FunctionOf(parameters, optional, rest, result));
    }

    ValueType.FunctionOf functionType() {
        List<ValueType> parameters = types(chooser.below(3), 0);
        List<ValueType> optional = types(chooser.percent(15) ? 1 : 0, 0);
        Optional<ValueType> rest = chooser.percent(8) ? Optional.of(anyType(0)) : Optional.empty();
        return new ValueType.FunctionOf(
                parameters, optional, rest, chooser.percent(15) ? ValueType.Simple.VOID : anyType(0));
    }

    private List<ValueType> types(int count, int depth) {
        return IntStream.range(0, count).mapToObj(i -> anyType(depth)).toList();
    }
}
