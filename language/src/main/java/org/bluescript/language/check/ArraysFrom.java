package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Checks {@code Array.from}: of what can be gone over, as {@code [...x]} and, with a function, as {@code x.map(f)}; of
 * <code>{ length: n }</code>, as many elements as it says, which the function makes of their positions.
 */
final class ArraysFrom {
    private static final String NAME = "Array.from";

    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Calls calls;
    private final Round round;

    ArraysFrom(FunctionBody body, ExpressionChecker expressions, Calls calls) {
        this.body = body;
        this.expressions = expressions;
        this.calls = calls;
        this.round = body.round();
    }

    TypedExpression check(Expression.Call e, Type expected) {
        int given = e.arguments().size();
        if (given < 1 || given > 2) {
            calls.checkAll(e.arguments());
            round.error(e.span(), "\"" + NAME + "\" takes something to go over and perhaps a function");
            return Nodes.unknown(e.span());
        }
        Optional<Expression> length = length(e.arguments().getFirst());
        if (given == 1) {
            return length.map(n -> ofNulls(e, n)).orElseGet(() -> copy(e, expected));
        }
        return length.map(n -> ofPositions(e, n, expected)).orElseGet(() -> mapped(e, expected));
    }

    /** The length that <code>{ length: n }</code> says. */
    private static Optional<Expression> length(Expression source) {
        boolean saysLength = source instanceof Expression.ObjectLiteral o
                && o.properties().size() == 1
                && o.properties().getFirst().name().text().equals("length");
        return saysLength
                ? Optional.of(((Expression.ObjectLiteral) source).properties().getFirst().value())
                : Optional.empty();
    }

    private TypedExpression copy(Expression.Call e, Type expected) {
        Expression source = e.arguments().getFirst();
        Expression spread = new Expression.Spread(source.span(), source);
        return expressions.value(new Expression.ArrayLiteral(e.span(), List.of(spread)), expected);
    }

    private TypedExpression ofNulls(Expression.Call e, Expression length) {
        TypedExpression count = count(length);
        ArrayType type = new ArrayType(PrimitiveType.ANY);
        return Nodes.isUnknown(count)
                ? count
                : new TypedExpression.NewArray(
                        e.span(), type, count, Optional.of(Nodes.zero(e.span(), PrimitiveType.ANY)));
    }

    private TypedExpression ofPositions(Expression.Call e, Expression length, Type expected) {
        TypedExpression count = count(length);
        FunctionSymbol function = round.prelude().function("arrays", "from$1");
        return Nodes.isUnknown(count) ? count : withFunction(e, function, length, count, expected);
    }

    private TypedExpression mapped(Expression.Call e, Type expected) {
        Expression source = e.arguments().getFirst();
        TypedExpression array = new Spreads(body, expressions).source(new Expression.Spread(source.span(), source));
        if (!Nodes.isUnknown(array) && !(array.type() instanceof ArrayType)) {
            array = new Iterables(body, expressions).copy(source.span(), array, Spreads.elementOf(array.type()));
        }
        FunctionSymbol map = round.prelude().function("arrays", "map");
        return Nodes.isUnknown(array) ? array : withFunction(e, map, source, array, expected);
    }

    /** The call of a function of the library with what {@code source} has given, and the written function. */
    private TypedExpression withFunction(
            Expression.Call e, FunctionSymbol function, Expression source, TypedExpression value, Type expected) {
        Expression.Call call =
                new Expression.Call(e.span(), e.callee(), e.typeArguments(), List.of(e.arguments().getLast()));
        return calls.ofPrelude(
                new PassedFunctions(body).adapted(call, function.signature()), function, source, value, expected);
    }

    private TypedExpression count(Expression written) {
        return expressions.coerced(written, PrimitiveType.INTEGER, "the length of an array");
    }
}
