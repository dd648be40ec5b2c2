package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Bounds;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks array literals and {@code a[i]}. */
final class Arrays {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;
    private final Spreads spreads;

    Arrays(FunctionBody body, ExpressionChecker expressions) {
        this.spreads = new Spreads(body, expressions);
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    /** The literal; an empty one of which nothing is expected has elements of unknown type. */
    TypedExpression literal(Expression.ArrayLiteral e, Type expected) {
        Type wanted = wantedElement(e, expected);
        List<TypedExpression> elements = new ArrayList<>();
        boolean isSpread = e.elements().stream().anyMatch(Expression.Spread.class::isInstance);
        if (isSpread && !Assignability.isUnknown(wanted)) {
            return spreads.array(e.span(), e.elements(), wanted, i -> "the element");
        }
        for (Expression element : e.elements()) {
            if (element instanceof Expression.Spread s) {
                elements.add(spreads.source(s));
            } else if (!Assignability.isUnknown(wanted)) {
                elements.add(expressions.coerced(element, wanted, "the element"));
            } else {
                // What holds nothing has no effects either, and can wait for what the others say.
                elements.add(holdsNothing(element) ? Nodes.unknown(element.span()) : expressions.value(element, wanted));
            }
        }
        if (Assignability.isUnknown(wanted)) {
            typeEmptyOnes(e.elements(), elements);
        }
        if (elements.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        Type common = Assignability.isPartlyUnknown(wanted) ? commonType(e, elements) : wanted;
        Type element = Assignability.isUnknown(common) && round.knowledge().isSettled() ? PrimitiveType.ANY : common;
        if (Assignability.isUnknown(element)) {
            round.errorIfAlone(
                    e.span(),
                    "the type of the elements of this array cannot be found out",
                    "declare it where the array is stored: integer[], for example");
        }
        if (isSpread) {
            return spreads.array(e.span(), e.elements(), elements, element);
        }
        ArrayType type = new ArrayType(element);
        return round.order()
                .inOrder(
                        e.span(),
                        elements.stream().map(x -> Coercion.convert(x, element)).toList(),
                        o -> new TypedExpression.ArrayLiteral(e.span(), type, o));
    }

    private static Type wantedElement(Expression.ArrayLiteral e, Type expected) {
        if (expected == PrimitiveType.ANY && e.elements().isEmpty()) {
            return PrimitiveType.ANY;
        }
        List<Type> arrays = Unions.membersOf(expected).stream().filter(ArrayType.class::isInstance).toList();
        return arrays.size() == 1 ? ((ArrayType) arrays.getFirst()).element() : PrimitiveType.NEVER;
    }

    /** What holds all elements: what is as different as a number and a string is only {@code any}. */
    private Type commonType(Expression.ArrayLiteral e, List<TypedExpression> elements) {
        return join(e, elements).filter(t -> t != PrimitiveType.NULL).orElse(PrimitiveType.ANY);
    }

    private Optional<Type> join(Expression.ArrayLiteral e, List<TypedExpression> elements) {
        Optional<Type> result = Optional.of(PrimitiveType.NEVER);
        for (int i = 0; i < elements.size(); i++) {
            boolean isSpread = e.elements().get(i) instanceof Expression.Spread;
            Type type = isSpread ? Spreads.elementOf(elements.get(i).type()) : elements.get(i).type();
            result = result.flatMap(t -> round.assignability().join(t, type));
        }
        return result;
    }

    /** Of {@code [[1.5], []]}: the literals that hold nothing become arrays of what the others are arrays of. */
    private void typeEmptyOnes(List<Expression> elements, List<TypedExpression> checked) {
        Optional<Type> others = Optional.of(PrimitiveType.NEVER);
        for (int i = 0; i < elements.size(); i++) {
            boolean isSpread = elements.get(i) instanceof Expression.Spread;
            Type type = isSpread ? Spreads.elementOf(checked.get(i).type()) : checked.get(i).type();
            others = others.flatMap(t -> round.assignability().join(t, type));
        }
        Type wanted = others.filter(t -> Assignability.withoutNull(t) instanceof ArrayType).orElse(PrimitiveType.NEVER);
        for (int i = 0; i < elements.size(); i++) {
            if (holdsNothing(elements.get(i))) {
                checked.set(i, expressions.value(elements.get(i), wanted));
            }
        }
    }

    /** Whether the expression is an array literal with no element in it, or with only such. */
    private static boolean holdsNothing(Expression expression) {
        return expression instanceof Expression.ArrayLiteral a && a.elements().stream().allMatch(Arrays::holdsNothing);
    }

    TypedExpression read(Expression.Index e) {
        Optional<Symbol> named = expressions.members().namespaces().symbolOf(e.object());
        if (named.isPresent() && named.get() instanceof EnumSymbol of) {
            return new EnumNames(body, expressions).read(e, of);
        }
        TypedExpression sequence = expressions.members()
                .notNull(e.object(), expressions.value(e.object(), PrimitiveType.NEVER));
        if (!requireIndexable(e, sequence)) {
            expressions.value(e.index(), PrimitiveType.NEVER);
            return Nodes.unknown(e.span());
        }
        TypedExpression index = index(e.index(), sequence.type());
        if (sequence.type() == PrimitiveType.ANY && !Nodes.isUnknown(index)) {
            return expressions.operators()
                    .dynamic(e.span(), DynamicOperator.ELEMENT, List.of(sequence, index), PrimitiveType.ANY);
        }
        if (Nodes.isUnknown(sequence) || Nodes.isUnknown(index)) {
            return Nodes.unknown(e.span());
        }
        List<TypedExpression> operands = List.of(sequence, index);
        return switch (sequence.type()) {
            case ArrayType t when Assignability.isUnknown(t.element()) -> Nodes.unknown(e.span());
            case ArrayType t -> element(e, operands, t.element());
            case TypedArrayType t -> element(e, operands, t.element());
            default -> round.order()
                    .inOrder(
                            e.span(),
                            operands,
                            o -> new TypedExpression.BuiltinCall(
                                    e.span(), Builtin.STRING_AT, o, PrimitiveType.STRING));
        };
    }

    private TypedExpression element(Expression.Index e, List<TypedExpression> operands, Type type) {
        return round.order()
                .inOrder(
                        e.span(),
                        operands,
                        o -> new TypedExpression.ElementRead(e.span(), o.get(0), o.get(1), Bounds.CHECKED, type));
    }

    /** The index into a value of type {@code of}; into {@code any} it may be {@code any}, else it is an integer. */
    TypedExpression index(Expression index, Type of) {
        TypedExpression value = expressions.value(index, PrimitiveType.INTEGER);
        boolean isDynamic = of == PrimitiveType.ANY && value.type() == PrimitiveType.ANY;
        return isDynamic ? value : expressions.coercion().coerce(index, value, PrimitiveType.INTEGER, "an index");
    }

    /** Whether the value has elements; reports it if not. */
    boolean requireIndexable(Expression.Index e, TypedExpression value) {
        if (Nodes.isUnknown(value) || value.type() == PrimitiveType.ANY || Members.isSequence(value.type())) {
            return true;
        }
        boolean isName = e.index() instanceof Expression.StringLiteral s && s.value().matches("[A-Za-z_$][A-Za-z0-9_$]*");
        round.error(
                e.object().span(),
                value.type() + " has no elements: only arrays and strings are indexed",
                isName ? "write ." + ((Expression.StringLiteral) e.index()).value() : "use a Map for values by key");
        return false;
    }
}
