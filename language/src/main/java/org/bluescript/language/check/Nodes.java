package org.bluescript.language.check;

import java.util.OptionalInt;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Makes nodes of the typed tree in their simplest form: what is done to a constant is done at once. */
final class Nodes {
    private Nodes() {}

    /** Stands for an expression with a mistake in it, or of which nothing is known yet. */
    static TypedExpression unknown(Span span) {
        return new TypedExpression.NullConstant(span, PrimitiveType.NEVER);
    }

    static boolean isUnknown(TypedExpression expression) {
        return Assignability.isUnknown(expression.type());
    }

    static TypedExpression integer(Span span, int value) {
        return new TypedExpression.IntegerConstant(span, value, PrimitiveType.INTEGER);
    }

    static TypedExpression bool(Span span, boolean value) {
        return new TypedExpression.BooleanConstant(span, value);
    }

    /** What a variable of the type holds before it gets a value. */
    static TypedExpression zero(Span span, Type type) {
        return switch (type.representation()) {
            case INTEGER -> new TypedExpression.IntegerConstant(span, 0, type);
            case FLOAT -> new TypedExpression.FloatConstant(span, 0);
            case BOOLEAN -> bool(span, false);
            case WORD -> WordConversions.toWord(new TypedExpression.NullConstant(span, PrimitiveType.NULL), type);
            case REFERENCE, NOTHING -> new TypedExpression.NullConstant(span, PrimitiveType.NULL);
        };
    }

    static TypedExpression toFloat(TypedExpression e) {
        if (e.type() == PrimitiveType.FLOAT) {
            return e;
        }
        return e instanceof TypedExpression.IntegerConstant c
                ? new TypedExpression.FloatConstant(c.span(), c.value())
                : convert(e, Conversion.INTEGER_TO_FLOAT, PrimitiveType.FLOAT);
    }

    /** An integer or member of an enum as an integer. */
    static TypedExpression toInteger(TypedExpression e) {
        if (!(e.type() instanceof EnumType)) {
            return e;
        }
        return e instanceof TypedExpression.IntegerConstant c
                ? integer(c.span(), c.value())
                : convert(e, Conversion.REINTERPRET, PrimitiveType.INTEGER);
    }

    static TypedExpression convert(TypedExpression e, Conversion conversion, Type type) {
        return new TypedExpression.Convert(e.span(), conversion, e, type);
    }

    /** The truth of a value of any type that has values. */
    static TypedExpression truth(TypedExpression e) {
        Type type = e.type() instanceof NullableType n ? n.of() : e.type();
        return switch (type.representation()) {
            case BOOLEAN, NOTHING -> e;
            case INTEGER -> e instanceof TypedExpression.IntegerConstant c
                    ? bool(c.span(), c.value() != 0)
                    : convert(e, Conversion.INTEGER_TO_BOOLEAN, PrimitiveType.BOOLEAN);
            case FLOAT -> convert(e, Conversion.FLOAT_TO_BOOLEAN, PrimitiveType.BOOLEAN);
            case WORD -> convert(e, Conversion.ANY_TO_TRUTH, PrimitiveType.BOOLEAN);
            case REFERENCE -> convert(
                    e,
                    type == PrimitiveType.STRING ? Conversion.STRING_TO_BOOLEAN : Conversion.REFERENCE_TO_BOOLEAN,
                    PrimitiveType.BOOLEAN);
        };
    }

    static TypedExpression not(Span span, TypedExpression e) {
        return e instanceof TypedExpression.BooleanConstant c ? bool(span, !c.value()) : new TypedExpression.Not(span, e);
    }

    static TypedExpression negate(Span span, TypedExpression e) {
        return switch (e) {
            case TypedExpression.IntegerConstant c -> integer(span, -c.value());
            case TypedExpression.FloatConstant c -> new TypedExpression.FloatConstant(span, -c.value());
            default -> new TypedExpression.Negate(span, e);
        };
    }

    /** Both operands have {@code type}, {@code integer} or {@code float}, and do not interfere. */
    static TypedExpression arithmetic(
            Span span, ArithmeticOperator operator, TypedExpression left, TypedExpression right, Type type) {
        if (left instanceof TypedExpression.IntegerConstant a && right instanceof TypedExpression.IntegerConstant b) {
            OptionalInt known = operator.of(a.value(), b.value());
            if (known.isPresent()) {
                return integer(span, known.getAsInt());
            }
        }
        return new TypedExpression.Arithmetic(span, operator, left, right, type);
    }
}
