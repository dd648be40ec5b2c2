package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Compare.Domain;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/**
 * Checks {@code a?.b} and {@code a ?? b}. Of a chain the object of each link that may be null goes into a temporary, which is null
 * if that of the link before is; so one test of the last one decides whether the rest of the chain is evaluated.
 */
final class OptionalChains {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;
    private Optional<Open> open = Optional.empty();

    /** A chain while its parts are being checked. */
    private static final class Open {
        private final List<TypedExpression.Temporary> links = new ArrayList<>();
        private Flow ifNull = Flow.UNREACHABLE;
    }

    /** A chain whose parts have been checked: the links, and what is evaluated if none of them is null. */
    private record Parts(
            List<TypedExpression.Temporary> links, TypedExpression rest, Flow ifNull, Flow ifNotNull) {}

    OptionalChains(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    TypedExpression check(Expression.OptionalChain e, Type expected) {
        Parts parts = parts(e, expected);
        body.setFlow(body.meet(parts.ifNotNull(), parts.ifNull()));
        Type type = parts.rest().type();
        if (parts.links().isEmpty() || Nodes.isUnknown(parts.rest()) || type == PrimitiveType.VOID) {
            return parts.rest();
        }
        Optional<Type> joined = round.assignability().join(type, PrimitiveType.NULL);
        if (joined.isEmpty()) {
            round.error(
                    e.span(),
                    "this gives " + type + " or null, and no type holds both",
                    "write … ?? and what it is instead of null");
            return Nodes.unknown(e.span());
        }
        return decided(e.span(), parts, joined.get(), Nodes.zero(e.span(), PrimitiveType.NULL));
    }

    /** The chain as a statement; false, and nothing is done, if it gives a value. */
    boolean effect(Expression.OptionalChain e, List<TypedStatement> result) {
        Parts parts = parts(e, PrimitiveType.NEVER);
        body.setFlow(body.meet(parts.ifNotNull(), parts.ifNull()));
        if (Nodes.isUnknown(parts.rest())) {
            return false;
        }
        for (TypedExpression.Temporary link : parts.links()) {
            result.add(new TypedStatement.Declare(e.span(), link.local(), link.value()));
        }
        TypedStatement rest = new TypedStatement.Evaluate(e.span(), parts.rest());
        result.add(
                parts.links().isEmpty()
                        ? rest
                        : new TypedStatement.If(e.span(), isThere(e.span(), parts), rest, Optional.empty()));
        return parts.rest().type() == PrimitiveType.VOID;
    }

    private Parts parts(Expression.OptionalChain e, Type expected) {
        Optional<Open> outer = open;
        Open chain = new Open();
        open = Optional.of(chain);
        TypedExpression rest = expressions.check(e.chain(), expected);
        open = outer;
        return new Parts(chain.links, rest, chain.ifNull, body.flow());
    }

    /** What stands before {@code ?.}: in the rest of the chain it is not null. */
    TypedExpression link(Expression.OptionalLink e) {
        TypedExpression value = expressions.value(e.object(), PrimitiveType.NEVER);
        Type type = Assignability.withoutNull(value.type());
        if (Nodes.isUnknown(value) || !Assignability.mayBeNull(value.type())) {
            return value;
        }
        if (type == PrimitiveType.NULL) {
            round.error(e.span(), "this is always null");
            return Nodes.unknown(e.span());
        }
        Open chain = open.orElseThrow();
        TypedExpression held = chain.links.isEmpty()
                ? value
                : new TypedExpression.Conditional(
                        e.span(),
                        isThere(e.span(), chain.links),
                        value,
                        Coercion.convert(Nodes.zero(e.span(), PrimitiveType.NULL), value.type()),
                        value.type());
        Local local = new Local("t", value.type());
        chain.links.add(new TypedExpression.Temporary(local, held));
        chain.ifNull = body.meet(chain.ifNull, body.flow());
        expressions.paths().findNarrowable(e.object()).ifPresent(p -> body.setFlow(body.flow().narrow(p, type)));
        return new TypedExpression.Read(e.span(), local, type);
    }

    TypedExpression nullish(Expression.Nullish e, Type expected) {
        if (e.left() instanceof Expression.OptionalChain chain) {
            return orElse(e, chain, expected);
        }
        TypedExpression left = expressions.value(e.left(), expected);
        Flow ifNotNull = expressions.conditions().notNull(e.left(), body.flow());
        TypedExpression right = expressions.value(e.right(), expectedOfRight(left, expected));
        body.setFlow(body.meet(body.flow(), ifNotNull));
        return nullish(e, left, right, expected);
    }

    /** {@code a ?? b} as a statement: {@code otherwise} checks the right operand, which need not give a value. */
    void effect(Expression.Nullish e, Supplier<TypedStatement> otherwise, List<TypedStatement> result) {
        TypedExpression left = expressions.value(e.left(), PrimitiveType.NEVER);
        Flow ifNotNull = expressions.conditions().notNull(e.left(), body.flow());
        TypedStatement right = otherwise.get();
        body.setFlow(body.meet(body.flow(), ifNotNull));
        if (Nodes.isUnknown(left) || !Assignability.mayBeNull(left.type())) {
            result.add(new TypedStatement.Evaluate(e.span(), left));
            return;
        }
        TypedExpression isNull = Nodes.not(e.span(), NullTests.isThere(body, e.span(), left));
        result.add(new TypedStatement.If(e.span(), isNull, right, Optional.empty()));
    }

    /** A chain before {@code ??}: its value need not be one that can be null. */
    private TypedExpression orElse(Expression.Nullish e, Expression.OptionalChain chain, Type expected) {
        Parts parts = parts(chain, expected);
        TypedExpression rest = parts.rest();
        if (rest.type() == PrimitiveType.VOID) {
            round.error(chain.span(), "this call gives no value");
        }
        boolean restMayBeNull = Assignability.mayBeNull(rest.type());
        body.setFlow(restMayBeNull ? body.meet(parts.ifNull(), parts.ifNotNull()) : parts.ifNull());
        TypedExpression right = expressions.value(e.right(), expectedOfRight(rest, expected));
        body.setFlow(body.meet(body.flow(), parts.ifNotNull()));
        if (Nodes.isUnknown(rest) || Nodes.isUnknown(right) || rest.type() == PrimitiveType.VOID) {
            return Nodes.unknown(e.span());
        }
        if (restMayBeNull && !parts.links().isEmpty()) {
            TypedExpression left =
                    decided(e.span(), parts, rest.type(), Nodes.zero(e.span(), PrimitiveType.NULL));
            return nullish(e, left, right, expected);
        }
        if (parts.links().isEmpty()) {
            return nullish(e, rest, right, expected);
        }
        return common(e, rest.type(), right.type(), expected)
                .map(t -> decided(e.span(), parts, t, right))
                .orElseGet(() -> Nodes.unknown(e.span()));
    }

    private TypedExpression nullish(
            Expression.Nullish e, TypedExpression left, TypedExpression right, Type expected) {
        if (Nodes.isUnknown(left) || Nodes.isUnknown(right)) {
            return Nodes.unknown(e.span());
        }
        if (!Assignability.mayBeNull(left.type())) {
            return left;
        }
        boolean isAlwaysNull = left.type() == PrimitiveType.NULL;
        Type wanted = isAlwaysNull ? right.type() : Assignability.withoutNull(left.type());
        Optional<Type> type = common(e, wanted, right.type(), expected);
        if (type.isEmpty()) {
            return Nodes.unknown(e.span());
        }
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        TypedExpression kept = round.order().repeatable(left, Effects.NONE, temporaries);
        TypedExpression otherwise = Coercion.convert(right, type.get());
        TypedExpression value = isAlwaysNull
                ? otherwise
                : new TypedExpression.Conditional(
                        e.span(),
                        NullTests.isThere(body, e.span(), kept),
                        Coercion.convert(NullTests.there(kept), type.get()),
                        otherwise,
                        type.get());
        return EvaluationOrder.letIfNeeded(e.span(), temporaries, value);
    }

    private Optional<Type> common(Expression.Nullish e, Type left, Type right, Type expected) {
        boolean bothFit = !Assignability.isUnknown(expected)
                && round.assignability().isAssignable(left, expected)
                && round.assignability().isAssignable(right, expected);
        Optional<Type> type = round.assignability()
                .join(left, right)
                .or(() -> bothFit ? Optional.of(expected) : Optional.empty())
                .or(() -> round.assignability().joinOrUnion(left, right));
        if (type.isEmpty()) {
            round.error(e.span(), "this gives " + left + " or " + right + ", and no type holds both");
        }
        return type;
    }

    /** {@code []} and function literals on the right take what they lack from the left. */
    private static Type expectedOfRight(TypedExpression left, Type expected) {
        return Assignability.isUnknown(expected) ? Assignability.withoutNull(left.type()) : expected;
    }

    private TypedExpression decided(Span span, Parts parts, Type type, TypedExpression ifNull) {
        TypedExpression value = new TypedExpression.Conditional(
                span,
                isThere(span, parts),
                Coercion.convert(parts.rest(), type),
                Coercion.convert(ifNull, type),
                type);
        return new TypedExpression.Let(span, List.copyOf(parts.links()), value);
    }

    private static TypedExpression isThere(Span span, Parts parts) {
        return isThere(span, parts.links());
    }

    private static TypedExpression isThere(Span span, List<TypedExpression.Temporary> links) {
        Local last = links.getLast().local();
        return isThere(span, new TypedExpression.Read(span, last, last.type()));
    }

    private static TypedExpression isThere(Span span, TypedExpression value) {
        if (value.type().representation() == Representation.WORD) {
            TypedExpression none = Coercion.convert(
                    new TypedExpression.NullConstant(span, PrimitiveType.NULL), PrimitiveType.ANY);
            TypedExpression isNull = new TypedExpression.Dynamic(
                    span, DynamicOperator.EQUAL, List.of(value, none), PrimitiveType.BOOLEAN);
            return new TypedExpression.Not(span, isNull);
        }
        return new TypedExpression.Compare(
                span,
                ComparisonOperator.NOT_EQUAL,
                Domain.IDENTITY,
                value,
                new TypedExpression.NullConstant(span, PrimitiveType.NULL));
    }
}
