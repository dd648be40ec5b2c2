package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Checks {@code new Map(entries)}. Entries that are written out become an array of keys and one of values, which keep their types;
 * any others are taken apart when the program runs.
 */
final class MapCreations {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Calls calls;
    private final Round round;

    MapCreations(FunctionBody body, ExpressionChecker expressions, Calls calls) {
        this.body = body;
        this.expressions = expressions;
        this.calls = calls;
        this.round = body.round();
    }

    /** Of {@code new Map([[key, value], …])} the keys are evaluated first, then the values. */
    TypedExpression check(Expression.New e, Type expected) {
        List<Expression> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        boolean arePairs = e.arguments().getFirst() instanceof Expression.ArrayLiteral all
                && all.elements().stream().allMatch(x -> isEntry(x) && keys.add(part(x, 0)) && values.add(part(x, 1)));
        if (!arePairs) {
            return ofPairs(e, expected);
        }
        Span span = e.arguments().getFirst().span();
        Expression.Call call = new Expression.Call(
                e.span(),
                new Expression.Identifier(e.type().span(), "Map"),
                e.type().arguments(),
                List.of(new Expression.ArrayLiteral(span, keys), new Expression.ArrayLiteral(span, values)));
        return calls.function(call, round.prelude().function("collections", "Map$1"), "Map", expected);
    }

    /** {@code new Map(pairs)}: of another map, or of arrays that are taken apart when the program runs. */
    private TypedExpression ofPairs(Expression.New e, Type expected) {
        Expression written = e.arguments().getFirst();
        TypedExpression given = expressions.members().notNull(written, expressions.value(written, PrimitiveType.NEVER));
        if (Nodes.isUnknown(given)) {
            return given;
        }
        TypedExpression pairs = new Iterables(body, expressions).array(written, given);
        Type pair = pairs.type() instanceof ArrayType all ? all.element() : PrimitiveType.INTEGER;
        if (pair != PrimitiveType.ANY && !(pair instanceof ArrayType) && !Assignability.isUnknown(pair)) {
            round.error(
                    written.span(),
                    "a new Map is made of entries, which are arrays of a key and a value, and not of " + given.type(),
                    "write new Map([[key, value], …]), or start with an empty one and set");
            return Nodes.unknown(e.span());
        }
        Type part = pair instanceof ArrayType p ? p.element() : pair;
        Optional<ClassType> wanted = typeOfMap(e, given.type(), part, expected);
        if (wanted.isEmpty() || Assignability.isUnknown(part) || Nodes.isUnknown(pairs)) {
            return Nodes.unknown(e.span());
        }
        List<Type> keyAndValue = wanted.get().arguments();
        Optional<Type> wrong =
                keyAndValue.stream().filter(t -> !round.assignability().isAssignable(part, t)).findFirst();
        if (wrong.isPresent()) {
            round.error(written.span(), "the entries are of " + part + ", not of " + wrong.get());
            return Nodes.unknown(e.span());
        }
        return round.instances()
                .function(round.prelude().function("collections", "Map$2"), keyAndValue, e.span())
                .map(f -> calls.ofLibrary(
                        e.span(), f, List.of(Coercion.convert(pairs, new ArrayType(PrimitiveType.ANY)))))
                .orElseGet(() -> Nodes.unknown(e.span()));
    }

    /** What is written or wanted; else what is given. */
    private Optional<ClassType> typeOfMap(Expression.New e, Type given, Type part, Type expected) {
        if (!e.type().arguments().isEmpty()) {
            return body.types().resolveClass(e.type()).map(ClassSymbol::type);
        }
        if (Prelude.isMap(Assignability.withoutNull(expected))) {
            return Optional.of((ClassType) Assignability.withoutNull(expected));
        }
        return Prelude.isMap(given)
                ? Optional.of((ClassType) given)
                : body.types().findGeneric(e.type())
                        .flatMap(g -> round.instances().classOf(g, List.of(part, part), e.span()))
                        .map(ClassSymbol::type);
    }

    /** Whether it is a pair of which the key has no effects, so that all keys may be evaluated first. */
    private static boolean isEntry(Expression element) {
        return element instanceof Expression.ArrayLiteral pair
                && pair.elements().size() == 2
                && !(pair.elements().getLast() instanceof Expression.Spread)
                && switch (pair.elements().getFirst()) {
                    case Expression.IntegerLiteral k -> true;
                    case Expression.FloatLiteral k -> true;
                    case Expression.StringLiteral k -> true;
                    case Expression.BooleanLiteral k -> true;
                    case Expression.NullLiteral k -> true;
                    case Expression.Identifier k -> true;
                    case Expression.Member k -> k.object() instanceof Expression.Identifier;
                    case Expression.Unary k -> k.operand() instanceof Expression.IntegerLiteral;
                    default -> false;
                };
    }

    private static Expression part(Expression entry, int index) {
        return ((Expression.ArrayLiteral) entry).elements().get(index);
    }
}
