package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.infer.Types;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Compare.Domain;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/** What operators on words are on operands of known types: the operators that the checker would have chosen for these. */
final class TypedOperations {
    private static final PrimitiveType INTEGER = PrimitiveType.INTEGER;
    private static final PrimitiveType FLOAT = PrimitiveType.FLOAT;
    private static final PrimitiveType ANY = PrimitiveType.ANY;

    private TypedOperations() {}

    /** The type of an operation's result, if the types of the operands tell it; else {@code ANY}. */
    static Type result(DynamicOperator operator, List<Type> operands) {
        if (operands.contains(PrimitiveType.NEVER)) {
            return PrimitiveType.NEVER;
        }
        boolean numbers = operands.stream().allMatch(TypedOperations::isNumber);
        boolean integers = operands.stream().allMatch(o -> o == INTEGER);
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER, NEGATE, PLUS, INCREMENT, DECREMENT ->
                integers ? INTEGER : numbers ? FLOAT : ANY;
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND, BIT_OR, BIT_XOR, BIT_NOT ->
                integers ? INTEGER : ANY;
            case LENGTH -> element(operands.getFirst()).isPresent() || operands.getFirst() == PrimitiveType.STRING ? INTEGER : ANY;
            case ELEMENT, ITEM ->
                operands.get(1) == INTEGER ? element(operands.getFirst()).map(Types::ofStatic).orElse(ANY) : ANY;
            case SET_ELEMENT, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, TYPE_OF, ITEM_STEP -> ANY;
        };
    }

    /** The operation on typed operands, words among them where nothing is known; empty if it must remain one on words. */
    static Optional<TypedExpression> of(Span span, DynamicOperator operator, List<TypedExpression> operands) {
        List<Type> types = operands.stream().map(o -> Types.ofStatic(o.type())).toList();
        boolean numbers = types.stream().allMatch(TypedOperations::isNumber);
        boolean integers = types.stream().allMatch(t -> t == INTEGER);
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER ->
                numbers ? Optional.of(arithmetic(span, operator, operands, integers ? INTEGER : FLOAT)) : Optional.empty();
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND, BIT_OR, BIT_XOR ->
                integers ? Optional.of(arithmetic(span, operator, operands, INTEGER)) : Optional.empty();
            case NEGATE -> numbers ? Optional.of(new TypedExpression.Negate(span, operands.getFirst())) : Optional.empty();
            case PLUS -> numbers ? Optional.of(operands.getFirst()) : Optional.empty();
            case BIT_NOT ->
                integers
                        ? Optional.of(arithmetic(
                                span, DynamicOperator.BIT_XOR, List.of(operands.getFirst(), integer(span, -1)), INTEGER))
                        : Optional.empty();
            case INCREMENT, DECREMENT ->
                numbers
                        ? Optional.of(arithmetic(
                                span,
                                operator == DynamicOperator.INCREMENT ? DynamicOperator.ADD : DynamicOperator.SUBTRACT,
                                List.of(operands.getFirst(), integer(span, 1)),
                                types.getFirst()))
                        : Optional.empty();
            case EQUAL, NOT_EQUAL -> equality(span, operator, operands, types);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
                if (numbers) {
                    yield Optional.of(compare(span, operator, integers ? Domain.INTEGER : Domain.FLOAT, operands));
                }
                boolean strings = types.stream().allMatch(t -> t == PrimitiveType.STRING);
                yield strings ? Optional.of(compare(span, operator, Domain.STRING, operands)) : Optional.empty();
            }
            case LENGTH ->
                element(types.getFirst()).isPresent() || types.getFirst() == PrimitiveType.STRING
                        ? Optional.of(new TypedExpression.Length(span, operands.getFirst()))
                        : Optional.empty();
            case ELEMENT, ITEM ->
                types.get(1) == INTEGER
                        ? element(types.getFirst()).map(e -> new TypedExpression.ElementRead(
                                span, operands.getFirst(), operands.get(1), TypedExpression.Bounds.CHECKED, e))
                        : Optional.empty();
            case ITEM_STEP -> element(types.getFirst()).map(e -> integer(span, 1));
            case SET_ELEMENT -> setElement(span, operands, types);
            case TYPE_OF -> Optional.empty();
        };
    }

    /** Elements of numbers take only what a store of a word would take, and floats rounded integers. */
    private static Optional<TypedExpression> setElement(Span span, List<TypedExpression> operands, List<Type> types) {
        Optional<Type> element = element(types.getFirst());
        if (element.isEmpty() || types.get(1) != INTEGER) {
            return Optional.empty();
        }
        TypedExpression value = operands.get(2);
        Type type = types.get(2);
        if (element.get() == FLOAT && type == INTEGER) {
            return Optional.of(setRounded(span, operands));
        }
        TypedExpression stored = switch (element.get().representation()) {
            case WORD -> element.get() == ANY ? WordConversions.toWord(value) : null;
            case INTEGER -> type == INTEGER ? value : null;
            case FLOAT -> type == FLOAT ? value : null;
            case BOOLEAN -> type == PrimitiveType.BOOLEAN ? value : null;
            case REFERENCE -> type.equals(element.get()) ? value : null;
            case NOTHING -> null;
        };
        return Optional.ofNullable(stored)
                .map(v -> new TypedExpression.ElementWrite(
                        span, operands.getFirst(), operands.get(1), v, TypedExpression.Bounds.CHECKED));
    }

    /** Stores an integer as a float; the value is the integer still. */
    private static TypedExpression setRounded(Span span, List<TypedExpression> operands) {
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        List<TypedExpression> reads = new ArrayList<>();
        for (TypedExpression operand : operands) {
            Local local = new Local("operand", operand.type());
            temporaries.add(new TypedExpression.Temporary(local, operand));
            reads.add(new TypedExpression.Read(span, local, local.type()));
        }
        TypedExpression write = new TypedExpression.ElementWrite(
                span, reads.getFirst(), reads.get(1), as(reads.get(2), FLOAT), TypedExpression.Bounds.CHECKED);
        temporaries.add(new TypedExpression.Temporary(new Local("stored", FLOAT), write));
        return new TypedExpression.Let(span, temporaries, reads.get(2));
    }

    /** Integers and floats are compared without rounding, by the operation on words. */
    private static Optional<TypedExpression> equality(
            Span span, DynamicOperator operator, List<TypedExpression> operands, List<Type> types) {
        Type left = types.getFirst();
        Type right = types.get(1);
        boolean references = left.isReference() && right.isReference();
        if (references) {
            boolean strings = mayBeString(left) && mayBeString(right);
            boolean bothStrings = left == PrimitiveType.STRING && right == PrimitiveType.STRING;
            return strings && !bothStrings
                    ? Optional.empty()
                    : Optional.of(compare(span, operator, bothStrings ? Domain.STRING : Domain.IDENTITY, operands));
        }
        if (!left.equals(right)) {
            return Optional.empty();
        }
        return switch (left.representation()) {
            case INTEGER -> Optional.of(compare(span, operator, Domain.INTEGER, operands));
            case FLOAT -> Optional.of(compare(span, operator, Domain.FLOAT, operands));
            case BOOLEAN -> Optional.of(compare(span, operator, Domain.BOOLEAN, operands));
            case REFERENCE, WORD, NOTHING -> Optional.empty();
        };
    }

    private static boolean mayBeString(Type type) {
        return NullableType.without(type) == PrimitiveType.STRING;
    }

    private static TypedExpression arithmetic(
            Span span, DynamicOperator operator, List<TypedExpression> operands, Type type) {
        return new TypedExpression.Arithmetic(
                span, ArithmeticOperator.valueOf(operator.name()), as(operands.get(0), type), as(operands.get(1), type), type);
    }

    private static TypedExpression compare(
            Span span, DynamicOperator operator, Domain domain, List<TypedExpression> operands) {
        List<TypedExpression> converted =
                domain == Domain.FLOAT ? operands.stream().map(o -> as(o, FLOAT)).toList() : operands;
        return new TypedExpression.Compare(
                span, ComparisonOperator.valueOf(operator.name()), domain, converted.get(0), converted.get(1));
    }

    /** A number as one of the type. */
    private static TypedExpression as(TypedExpression value, Type type) {
        return type == FLOAT && value.type().representation() == Representation.INTEGER
                ? new TypedExpression.Convert(value.span(), Conversion.INTEGER_TO_FLOAT, value, FLOAT)
                : value;
    }

    private static TypedExpression integer(Span span, int value) {
        return new TypedExpression.IntegerConstant(span, value, INTEGER);
    }

    private static boolean isNumber(Type type) {
        return type == INTEGER || type == FLOAT;
    }

    /** The type of an array's elements, as they are read; empty for what is no array. */
    private static Optional<Type> element(Type type) {
        return switch (type) {
            case ArrayType a -> Optional.of(a.element());
            case TypedArrayType t -> Optional.of(t.element());
            default -> Optional.empty();
        };
    }
}
