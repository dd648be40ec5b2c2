package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Compare.Domain;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.UnionType;

/** Gives operators their meaning for the types of their operands. */
final class Operators {
    /** Every integer of at most this magnitude is a binary32. */
    private static final long EXACT = 1 << 24;

    /** What operators give of numbers that are known only when the program runs. */
    static final Type NUMBER = Unions.of(List.of(PrimitiveType.INTEGER, PrimitiveType.FLOAT));

    private final Round round;
    private final boolean generic;

    /** {@code generic} if the text is checked for several types, so that a comparison may make sense for others only. */
    Operators(Round round, boolean generic) {
        this.round = round;
        this.generic = generic;
    }

    /** {@code left operator right} for an operator that is no comparison. */
    TypedExpression binary(Span span, BinaryOperator operator, TypedExpression left, TypedExpression right) {
        if (Nodes.isUnknown(left) || Nodes.isUnknown(right)) {
            return Nodes.unknown(span);
        }
        if (operator == BinaryOperator.ADD && (isText(left.type()) || isText(right.type()))) {
            return concatenate(span, left, right);
        }
        if (left.type() == PrimitiveType.ANY || right.type() == PrimitiveType.ANY) {
            return dynamic(span, operator, left, right);
        }
        if (!isNumber(left.type()) || !isNumber(right.type())) {
            return undefined(span, operator, left.type(), right.type());
        }
        ArithmeticOperator meaning = arithmetic(operator);
        boolean mayBeFloat = mayBeFloat(left.type()) || mayBeFloat(right.type());
        if (mayBeFloat && isOnBits(meaning)) {
            round.error(
                    span,
                    notDefined(operator, left.type(), right.type()),
                    "it works on the bits of integers: write … as integer");
            return Nodes.unknown(span);
        }
        boolean onFloats = left.type() == PrimitiveType.FLOAT || right.type() == PrimitiveType.FLOAT;
        if (mayBeFloat && !onFloats) {
            return dynamic(span, operator, left, right);
        }
        Type type = onFloats ? PrimitiveType.FLOAT : PrimitiveType.INTEGER;
        return round.order()
                .inOrder(
                        span,
                        List.of(Coercion.convert(left, type), Coercion.convert(right, type)),
                        o -> Nodes.arithmetic(span, meaning, o.get(0), o.get(1), type));
    }

    /** An operator of which at least one operand is {@code any}: what it does is found out when the program runs. */
    private TypedExpression dynamic(
            Span span, BinaryOperator operator, TypedExpression left, TypedExpression right) {
        boolean onStrings = switch (operator) {
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
            default -> false;
        };
        boolean onAll = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
        for (Type type : List.of(left.type(), right.type())) {
            boolean fits = onAll || type == PrimitiveType.ANY || isNumber(type)
                    || onStrings && type == PrimitiveType.STRING;
            if (!fits) {
                return undefined(span, operator, left.type(), right.type());
            }
        }
        boolean isAny = left.type() == PrimitiveType.ANY || right.type() == PrimitiveType.ANY;
        Type result = isComparison(operator) ? PrimitiveType.BOOLEAN : isAny ? PrimitiveType.ANY : NUMBER;
        return dynamic(span, DynamicOperator.valueOf(operator.name()), List.of(left, right), result);
    }

    private static boolean isNumber(Type type) {
        return Assignability.isNumeric(type) || Assignability.isNumberWord(type);
    }

    private static boolean mayBeFloat(Type type) {
        return type == PrimitiveType.FLOAT || Assignability.isNumberWord(type);
    }

    private static boolean isWord(TypedExpression value) {
        return value.type().representation() == Representation.WORD;
    }

    /** What {@code typeof} gives: known at once where the type says it and the value needs no evaluation. */
    TypedExpression typeName(Span span, TypedExpression operand) {
        Optional<String> name = typeName(operand.type());
        boolean isPure = operand instanceof TypedExpression.Read
                || operand instanceof TypedExpression.IntegerConstant
                || operand instanceof TypedExpression.FloatConstant
                || operand instanceof TypedExpression.BooleanConstant
                || operand instanceof TypedExpression.StringConstant
                || operand instanceof TypedExpression.NullConstant
                || operand instanceof TypedExpression.FunctionReference;
        return name.isPresent() && isPure
                ? new TypedExpression.StringConstant(span, name.get())
                : dynamic(span, DynamicOperator.TYPE_OF, List.of(operand), PrimitiveType.STRING);
    }

    static Optional<String> typeName(Type type) {
        return switch (type) {
            case PrimitiveType t ->
                switch (t) {
                    case INTEGER, FLOAT -> Optional.of("number");
                    case BOOLEAN -> Optional.of("boolean");
                    case STRING -> Optional.of("string");
                    case NULL -> Optional.of("undefined");
                    case ANY, VOID, NEVER -> Optional.empty();
                };
            case EnumType t -> Optional.of("number");
            case FunctionType t -> Optional.of("function");
            case ArrayType t -> Optional.of("object");
            case TypedArrayType t -> Optional.of("object");
            case ClassType t -> Optional.of("object");
            case InterfaceType t -> Optional.of("object");
            case NullableType t -> Optional.empty();
            case UnionType t -> Optional.empty();
        };
    }

    /** An operation on words; operands of other types become words. */
    TypedExpression dynamic(Span span, DynamicOperator operator, List<TypedExpression> operands, Type result) {
        return round.order()
                .inOrder(
                        span,
                        operands.stream().map(AnyConversions::toAny).toList(),
                        o -> new TypedExpression.Dynamic(span, operator, o, result));
    }

    /** {@code left operator right} for a comparison. */
    TypedExpression compare(Span span, BinaryOperator operator, TypedExpression left, TypedExpression right) {
        if (Nodes.isUnknown(left) || Nodes.isUnknown(right)) {
            return Nodes.unknown(span);
        }
        if (right.type() == PrimitiveType.NULL && isWord(AnyConversions.beforeNarrowing(left))) {
            return dynamic(span, operator, AnyConversions.beforeNarrowing(left), right);
        }
        if (left.type() == PrimitiveType.NULL && isWord(AnyConversions.beforeNarrowing(right))) {
            return dynamic(span, operator, left, AnyConversions.beforeNarrowing(right));
        }
        if (isWord(left) || isWord(right)) {
            boolean isEquality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
            if (isEquality && !generic && !EqualityTests.mayBeEqual(round, left.type(), right.type())) {
                return neverEqual(span, left, right);
            }
            return dynamic(span, operator, left, right);
        }
        ComparisonOperator meaning = comparison(operator);
        Optional<Domain> domain = domain(left.type(), right.type());
        boolean isEquality = meaning == ComparisonOperator.EQUAL || meaning == ComparisonOperator.NOT_EQUAL;
        if (!isEquality) {
            boolean ordered = Assignability.isNumeric(left.type()) && Assignability.isNumeric(right.type())
                    || left.type() == PrimitiveType.STRING && right.type() == PrimitiveType.STRING;
            if (!ordered) {
                return undefined(span, operator, left.type(), right.type());
            }
        } else if (generic && (domain.isEmpty() || isNullTest(left, right))) {
            return mayNeverBeEqual(span, meaning, domain, left, right);
        } else if (domain.isEmpty() || neverNull(left, right) || neverNull(right, left)) {
            return neverEqual(span, left, right);
        }
        return compare(span, meaning, domain.orElse(Domain.INTEGER), left, right);
    }

    private TypedExpression neverEqual(Span span, TypedExpression left, TypedExpression right) {
        round.error(span, left.type() + " and " + right.type() + " can never be equal");
        return Nodes.unknown(span);
    }

    private TypedExpression compare(
            Span span, ComparisonOperator meaning, Domain domain, TypedExpression left, TypedExpression right) {
        Type type = domain == Domain.FLOAT ? PrimitiveType.FLOAT : PrimitiveType.INTEGER;
        boolean numeric = domain == Domain.FLOAT || domain == Domain.INTEGER;
        boolean isEquality = meaning == ComparisonOperator.EQUAL || meaning == ComparisonOperator.NOT_EQUAL;
        if (isEquality && domain == Domain.FLOAT && (mayRound(left) || mayRound(right))) {
            return sameNumber(span, meaning, left, right);
        }
        List<TypedExpression> operands = numeric
                ? List.of(Coercion.convert(left, type), Coercion.convert(right, type))
                : List.of(left, right);
        return round.order()
                .inOrder(
                        span,
                        operands,
                        o -> new TypedExpression.Compare(span, meaning, domain, o.get(0), o.get(1)));
    }

    private static boolean isNullTest(TypedExpression left, TypedExpression right) {
        return left.type() == PrimitiveType.NULL || right.type() == PrimitiveType.NULL;
    }

    /** An equality in a generic text; what can never be equal is unequal. */
    private TypedExpression mayNeverBeEqual(
            Span span,
            ComparisonOperator meaning,
            Optional<Domain> domain,
            TypedExpression left,
            TypedExpression right) {
        if (domain.isPresent()) {
            return compare(span, meaning, domain.get(), left, right);
        }
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        EvaluationOrder.temporary(left, temporaries);
        EvaluationOrder.temporary(right, temporaries);
        return EvaluationOrder.letIfNeeded(
                span, temporaries, Nodes.bool(span, meaning == ComparisonOperator.NOT_EQUAL));
    }

    /** Whether the value is an integer that may not be a binary32. */
    private static boolean mayRound(TypedExpression value) {
        return value.type() != PrimitiveType.FLOAT
                && !(value instanceof TypedExpression.IntegerConstant c && Math.abs((long) c.value()) <= EXACT);
    }

    private TypedExpression sameNumber(
            Span span, ComparisonOperator meaning, TypedExpression left, TypedExpression right) {
        boolean integerFirst = left.type() != PrimitiveType.FLOAT;
        TypedExpression same = round.order()
                .inOrder(
                        span,
                        List.of(left, right),
                        o -> new TypedExpression.BuiltinCall(
                                span,
                                Builtin.SAME_NUMBER,
                                integerFirst ? o : List.of(o.get(1), o.get(0)),
                                PrimitiveType.BOOLEAN));
        return meaning == ComparisonOperator.EQUAL ? same : new TypedExpression.Not(span, same);
    }

    /** Both as text, one after the other. */
    TypedExpression concatenate(Span span, TypedExpression left, TypedExpression right) {
        TypedExpression a = text(left);
        TypedExpression b = text(right);
        if (a instanceof TypedExpression.StringConstant x && b instanceof TypedExpression.StringConstant y) {
            return new TypedExpression.StringConstant(span, x.value() + y.value());
        }
        return round.order()
                .inOrder(
                        span,
                        List.of(a, b),
                        o -> new TypedExpression.BuiltinCall(span, Builtin.STRING_CONCAT, o, PrimitiveType.STRING));
    }

    /** The value as a string. */
    TypedExpression text(TypedExpression value) {
        return switch (value.type()) {
            case PrimitiveType t when t == PrimitiveType.STRING || t == PrimitiveType.NEVER -> value;
            case PrimitiveType t when t == PrimitiveType.NULL && value instanceof TypedExpression.NullConstant ->
                new TypedExpression.StringConstant(value.span(), "undefined");
            case Type t -> Nodes.convert(
                    value,
                    switch (t.representation()) {
                        case INTEGER -> Conversion.INTEGER_TO_STRING;
                        case FLOAT -> Conversion.FLOAT_TO_STRING;
                        case BOOLEAN -> Conversion.BOOLEAN_TO_STRING;
                        case REFERENCE, NOTHING -> Conversion.REFERENCE_TO_STRING;
                        case WORD -> Conversion.ANY_TO_STRING;
                    },
                    PrimitiveType.STRING);
        };
    }

    static ArithmeticOperator arithmetic(BinaryOperator operator) {
        return ArithmeticOperator.valueOf(operator.name());
    }

    static boolean isComparison(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
            default -> false;
        };
    }

    static boolean isOnBits(ArithmeticOperator operator) {
        return switch (operator) {
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND, BIT_OR, BIT_XOR -> true;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER -> false;
        };
    }

    static ComparisonOperator comparison(BinaryOperator operator) {
        return ComparisonOperator.valueOf(operator.name());
    }

    /** How values of the two types are compared for equality; nothing if no two of them are equal. */
    private Optional<Domain> domain(Type left, Type right) {
        if (Assignability.isNumeric(left) && Assignability.isNumeric(right)) {
            if (left instanceof EnumType && right instanceof EnumType && !left.equals(right)) {
                return Optional.empty();
            }
            boolean onFloats = left == PrimitiveType.FLOAT || right == PrimitiveType.FLOAT;
            return Optional.of(onFloats ? Domain.FLOAT : Domain.INTEGER);
        }
        if (left == PrimitiveType.BOOLEAN && right == PrimitiveType.BOOLEAN) {
            return Optional.of(Domain.BOOLEAN);
        }
        if (!left.isReference() || !right.isReference()) {
            return Optional.empty();
        }
        if (left == PrimitiveType.NULL || right == PrimitiveType.NULL) {
            return Optional.of(Domain.IDENTITY);
        }
        Type a = Assignability.withoutNull(left);
        Type b = Assignability.withoutNull(right);
        boolean related = round.assignability().isAssignable(a, b) || round.assignability().isAssignable(b, a);
        if (!related && !(left instanceof NullableType && right instanceof NullableType)) {
            return Optional.empty();
        }
        boolean strings = a == PrimitiveType.STRING && b == PrimitiveType.STRING;
        return Optional.of(strings ? Domain.STRING : Domain.IDENTITY);
    }

    /** Whether null is compared with something that was never declared to be null, rather than found not to be. */
    private static boolean neverNull(TypedExpression value, TypedExpression other) {
        if (other.type() != PrimitiveType.NULL || Assignability.isNullable(value.type())) {
            return false;
        }
        return switch (value) {
            case TypedExpression.Read e -> !Assignability.isNullable(e.variable().type());
            case TypedExpression.FieldRead e -> !Assignability.isNullable(e.field().type());
            default -> true;
        };
    }

    private static boolean isText(Type type) {
        return Assignability.withoutNull(type) == PrimitiveType.STRING;
    }

    private TypedExpression undefined(Span span, BinaryOperator operator, Type left, Type right) {
        Optional<String> help = Assignability.isNullable(left) || Assignability.isNullable(right)
                ? Optional.of("test for null first, or write … ! where it cannot be null")
                : Optional.empty();
        round.error(span, notDefined(operator, left, right), help);
        return Nodes.unknown(span);
    }

    private static String notDefined(BinaryOperator operator, Type left, Type right) {
        return "\"" + operator.symbol() + "\" is not defined for " + left + " and " + right;
    }
}
