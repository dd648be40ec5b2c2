package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/**
 * What can be gone over, as an array: of a {@code Set} the values, of a {@code Map} the entries, of a string the characters; arrays
 * are their own. An entry is an array of two, of a type only if the key and the value are of one type, else of {@code any}.
 */
final class Iterables {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    Iterables(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    /** The array of what {@code written}, whose value is {@code value}, goes over; the value itself if it is nothing of the kind. */
    TypedExpression array(Expression written, TypedExpression value) {
        Type type = value.type();
        if (Prelude.isMap(type)) {
            return entries(written.span(), value);
        }
        if (Prelude.isSet(type)) {
            return method(written, value, "values", List.of());
        }
        if (type == PrimitiveType.STRING) {
            return method(written, value, "split", List.of(new Expression.StringLiteral(written.span(), "")));
        }
        return type == PrimitiveType.ANY ? Coercion.convert(value, new ArrayType(PrimitiveType.ANY)) : value;
    }

    /** Whether a value of the type can be gone over, but is no array. */
    static boolean isNoArray(Type type) {
        return Prelude.isMap(type) || Prelude.isSet(type) || type == PrimitiveType.STRING;
    }

    /** Whether {@code entries()} of such a value gives pairs. */
    static boolean hasEntries(Type type) {
        return Prelude.isMap(type) || Prelude.isSet(type) || type instanceof ArrayType || type instanceof TypedArrayType;
    }

    /** The pairs of a value that has them, in an array. */
    TypedExpression entries(Span span, TypedExpression value) {
        Type pair = pairElement(value.type());
        return switch (value.type()) {
            case ClassType t when Prelude.isMap(t) ->
                ofLibrary(span, "entriesOfMap", List.of(t.arguments().getFirst(), t.arguments().getLast(), pair), value);
            case ClassType t -> ofLibrary(span, "entriesOfSet", t.arguments(), value);
            case TypedArrayType t ->
                ofLibrary(span, "entriesOfArray", List.of(t.element(), pair), copy(span, value, t.element()));
            case ArrayType t when !Assignability.isUnknown(t.element()) ->
                ofLibrary(span, "entriesOfArray", List.of(t.element(), pair), value);
            default -> Nodes.unknown(span);
        };
    }

    /** What the elements of the pairs of such a value are. */
    static Type pairElement(Type type) {
        return switch (type) {
            case ClassType t when !t.arguments().getFirst().equals(t.arguments().getLast()) -> PrimitiveType.ANY;
            case ClassType t -> t.arguments().getFirst();
            default -> Spreads.elementOf(type) == PrimitiveType.INTEGER ? PrimitiveType.INTEGER : PrimitiveType.ANY;
        };
    }

    /** An array of the elements of a typed one. */
    TypedExpression copy(Span span, TypedExpression typed, Type element) {
        Expression source = new Expression.Identifier(span, "(source)");
        return new Spreads(body, expressions)
                .array(span, List.of(new Expression.Spread(span, source)), List.of(typed), element);
    }

    private TypedExpression method(Expression written, TypedExpression value, String name, List<Expression> arguments) {
        expressions.remember(written, value);
        Span span = written.span();
        return expressions.value(
                new Expression.Call(
                        span, new Expression.Member(span, written, new Name(span, name)), List.of(), arguments),
                PrimitiveType.NEVER);
    }

    private TypedExpression ofLibrary(Span span, String name, List<Type> typeArguments, TypedExpression value) {
        if (Nodes.isUnknown(value)) {
            return value;
        }
        FunctionSymbol pattern = round.prelude().function("collections", name);
        Optional<FunctionSymbol> function = round.instances().function(pattern, typeArguments, span);
        return function.map(f -> expressions.calls().ofLibrary(span, f, List.of(value))).orElseGet(() -> Nodes.unknown(span));
    }
}
