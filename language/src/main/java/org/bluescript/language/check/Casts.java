package org.bluescript.language.check;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Checks {@code e as T} and {@code e!}. */
final class Casts {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    Casts(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    TypedExpression checkNonNull(Expression.NonNull e, Type expected) {
        TypedExpression operand = expressions.value(e.operand(), expected);
        if (operand.type() == PrimitiveType.NULL) {
            round.error(e.span(), "this is always null");
            return Nodes.unknown(e.span());
        }
        if (!Assignability.isNullable(operand.type())) {
            return operand;
        }
        Type type = Assignability.withoutNull(operand.type());
        expressions.paths().findNarrowable(e).ifPresent(p -> body.setFlow(body.flow().narrow(p, type)));
        return notNull(e.span(), operand, type);
    }

    /** The value, which may be null, as one of the type that it has otherwise. */
    private static TypedExpression notNull(Span span, TypedExpression operand, Type type) {
        if (operand.type().representation() != Representation.WORD) {
            return new TypedExpression.Convert(span, Conversion.NOT_NULL, operand, type);
        }
        TypedExpression word = new TypedExpression.Convert(span, Conversion.NOT_NULL, operand, operand.type());
        return type.representation() == Representation.WORD
                ? new TypedExpression.Convert(span, Conversion.REINTERPRET, word, type)
                : AnyConversions.narrowed(word, operand.type(), type);
    }

    /** What checks the word and makes it a value of the type. */
    private static Conversion conversionOf(TypedExpression word, Type type) {
        return ((TypedExpression.Convert) AnyConversions.fromAny(word, type)).conversion();
    }

    TypedExpression check(Expression.As e) {
        Type target = body.types().resolve(e.type());
        TypedExpression operand = expressions.value(e.operand(), target);
        if (Nodes.isUnknown(operand) || Assignability.isUnknown(target)) {
            return Nodes.unknown(e.span());
        }
        if (operand.type().equals(target)) {
            return operand;
        }
        boolean throughAny = operand.type() == PrimitiveType.ANY || target == PrimitiveType.ANY;
        if (throughAny || Assignability.isOpenArray(operand.type())) {
            return expressions.coercion().coerce(e.operand(), operand, target, "this");
        }
        if (isArrayOfAny(target) && operand.type() instanceof ArrayType) {
            return Coercion.convert(operand, target);
        }
        if (isArrayOfAny(operand.type()) && target instanceof ArrayType) {
            return Coercion.convert(AnyConversions.toAny(operand), target);
        }
        if (target.representation() == Representation.WORD && round.assignability().isAssignable(operand.type(), target)) {
            return Coercion.convert(operand, target);
        }
        if (operand.type().isReference() && target.representation() == Representation.WORD && Assignability.isNullable(operand.type())) {
            Type some = Assignability.withoutNull(operand.type());
            if (round.assignability().isAssignable(some, target)) {
                return Coercion.convert(notNull(e.span(), operand, some), target);
            }
        }
        boolean isOnlyNotNull = operand.type().representation() == Representation.WORD
                && Assignability.isNullable(operand.type())
                && Assignability.withoutNull(operand.type()).equals(target);
        if (isOnlyNotNull) {
            return notNull(e.span(), operand, target);
        }
        if (isPart(operand.type(), target)) {
            return Coercion.convert(AnyConversions.toAny(operand), target);
        }
        Optional<Conversion> conversion = operand.type().representation() == Representation.WORD
                ? fromUnion(operand, target)
                : conversion(operand.type(), target);
        if (conversion.isEmpty()) {
            round.error(
                    e.span(),
                    operand.type() + " cannot be converted to " + target,
                    round.assignability().advice(operand.type(), target));
            return Nodes.unknown(e.span());
        }
        return conversion.get() == Conversion.INTEGER_TO_FLOAT
                ? Nodes.toFloat(operand)
                : new TypedExpression.Convert(e.span(), conversion.get(), operand, target);
    }

    /** Out of a union that is held as a word: to what one of its types is, or several are. */
    private Optional<Conversion> fromUnion(TypedExpression word, Type target) {
        boolean isPossible = Unions.membersOf(word.type()).stream()
                .filter(m -> m != PrimitiveType.NULL)
                .anyMatch(m -> Unions.membersOf(target).stream()
                        .anyMatch(t -> round.assignability().isAssignable(m, t) || round.assignability().isAssignable(t, m)));
        return isPossible ? Optional.of(conversionOf(word, target)) : Optional.empty();
    }

    /** Whether the type is one of a union's of references, or of the objects that an interface stands for. */
    private boolean isPart(Type from, Type to) {
        Type whole = Assignability.withoutNull(from);
        return from.isReference()
                && (whole instanceof UnionType || whole instanceof InterfaceType)
                && round.assignability().isAssignable(Assignability.withoutNull(to), whole)
                && !round.assignability().isAssignable(whole, Assignability.withoutNull(to));
    }

    private static boolean isArrayOfAny(Type type) {
        return type instanceof ArrayType a && a.element() == PrimitiveType.ANY;
    }

    private Optional<Conversion> conversion(Type from, Type to) {
        if (to == PrimitiveType.FLOAT && Assignability.isInteger(from)) {
            return Optional.of(Conversion.INTEGER_TO_FLOAT);
        }
        if (to == PrimitiveType.INTEGER && from == PrimitiveType.FLOAT) {
            return Optional.of(Conversion.FLOAT_TO_INTEGER);
        }
        if (to == PrimitiveType.INTEGER && from == PrimitiveType.BOOLEAN) {
            return Optional.of(Conversion.BOOLEAN_TO_INTEGER);
        }
        boolean betweenIntegers = Assignability.isInteger(to) && Assignability.isInteger(from);
        boolean betweenEnums = to instanceof EnumType && from instanceof EnumType;
        if (betweenIntegers && !betweenEnums || round.assignability().isSameForm(from, to)) {
            return Optional.of(Conversion.REINTERPRET);
        }
        Type of = Assignability.withoutNull(from);
        if (from.isReference() && !of.equals(from) && round.assignability().isAssignable(of, to)) {
            return Optional.of(Conversion.NOT_NULL);
        }
        boolean down = of instanceof ClassType f
                && Assignability.withoutNull(to) instanceof ClassType t
                && round.assignability().isSubclass(t, f);
        return down ? Optional.of(Conversion.DOWNCAST) : Optional.empty();
    }
}
