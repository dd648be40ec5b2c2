package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;

/**
 * Keeps the order of evaluation where a reader of the typed tree need not: operands that interfere with later ones of the
 * same node are taken out into temporaries. Everything else stays where it is.
 */
final class EvaluationOrder {
    private final Map<TypedExpression, Effects> known = new IdentityHashMap<>();
    private final Predicate<String> hasAccessor;

    /** @param hasAccessor whether some class has a getter or setter of a name */
    EvaluationOrder(Predicate<String> hasAccessor) {
        this.hasAccessor = hasAccessor;
    }

    /** The node that {@code build} makes of the operands, which are evaluated from left to right. */
    TypedExpression inOrder(
            Span span, List<TypedExpression> operands, Function<List<TypedExpression>, TypedExpression> build) {
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        List<TypedExpression> remaining = new ArrayList<>(operands);
        for (int i = 0; i < operands.size() - 1; i++) {
            if (interferesWithLater(operands, i)) {
                remaining.set(i, temporary(operands.get(i), temporaries));
            }
        }
        return letIfNeeded(span, temporaries, build.apply(remaining));
    }

    /**
     * As {@link #inOrder}, for a node that uses each operand before it evaluates the next one, and must not: all operands up to
     * the last that changes something, or may fail, are evaluated before the node begins.
     */
    TypedExpression allBeforeUse(
            Span span, List<TypedExpression> operands, Function<List<TypedExpression>, TypedExpression> build) {
        int end = operands.size();
        while (end > 1 && !effects(operands.get(end - 1)).changesMemoryOrFails()) {
            end--;
        }
        if (end <= 1) {
            return inOrder(span, operands, build);
        }
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        List<TypedExpression> settled = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            Effects later = operands.subList(i + 1, operands.size()).stream()
                    .map(this::effects)
                    .reduce(Effects.NONE, Effects::and);
            settled.add(repeatable(operands.get(i), later, temporaries));
        }
        TypedExpression body = inOrder(span, operands.subList(end, operands.size()), rest -> {
            List<TypedExpression> all = new ArrayList<>(settled);
            all.addAll(rest);
            return build.apply(all);
        });
        return letIfNeeded(span, temporaries, body);
    }

    /** {@code body} after the temporaries, if there are any. */
    static TypedExpression letIfNeeded(
            Span span, List<TypedExpression.Temporary> temporaries, TypedExpression body) {
        return temporaries.isEmpty() ? body : new TypedExpression.Let(span, List.copyOf(temporaries), body);
    }

    /** Adds a temporary for the value and returns how to read it. */
    static TypedExpression temporary(TypedExpression value, List<TypedExpression.Temporary> temporaries) {
        Local local = new Local("t", value.type());
        temporaries.add(new TypedExpression.Temporary(local, value));
        return new TypedExpression.Read(value.span(), local, value.type());
    }

    /**
     * The expression itself if it can be written twice, the second time after the evaluation of {@code between}, with the same
     * value and no further effect; else a temporary for it.
     */
    TypedExpression repeatable(
            TypedExpression value, Effects between, List<TypedExpression.Temporary> temporaries) {
        boolean simple = switch (value) {
            case TypedExpression.IntegerConstant e -> true;
            case TypedExpression.FloatConstant e -> true;
            case TypedExpression.BooleanConstant e -> true;
            case TypedExpression.StringConstant e -> true;
            case TypedExpression.NullConstant e -> true;
            case TypedExpression.Read e -> !effects(e).interferesWith(between);
            default -> false;
        };
        return simple ? value : temporary(value, temporaries);
    }

    Effects effects(TypedExpression expression) {
        Effects cached = known.get(expression);
        if (cached == null) {
            cached = own(expression);
            for (TypedExpression operand : TreeWalk.operands(expression)) {
                cached = cached.and(effects(operand));
            }
            known.put(expression, cached);
        }
        return cached;
    }

    private boolean interferesWithLater(List<TypedExpression> operands, int index) {
        Effects effects = effects(operands.get(index));
        for (TypedExpression later : operands.subList(index + 1, operands.size())) {
            if (effects.interferesWith(effects(later))) {
                return true;
            }
        }
        return false;
    }

    /** The effects of the expression without those of its operands. */
    private Effects own(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.IntegerConstant e -> Effects.NONE;
            case TypedExpression.FloatConstant e -> Effects.NONE;
            case TypedExpression.BooleanConstant e -> Effects.NONE;
            case TypedExpression.StringConstant e -> Effects.NONE;
            case TypedExpression.NullConstant e -> Effects.NONE;
            case TypedExpression.Read e -> Effects.ofRead(e.variable());
            case TypedExpression.Write e -> Effects.ofWrite(e.variable());
            case TypedExpression.Let e -> Effects.NONE;
            case TypedExpression.Arithmetic e -> mayFail(e) ? Effects.FAIL : Effects.NONE;
            case TypedExpression.Negate e -> Effects.NONE;
            case TypedExpression.Compare e -> Effects.NONE;
            case TypedExpression.Not e -> Effects.NONE;
            case TypedExpression.Conditional e -> Effects.NONE;
            case TypedExpression.Convert e -> ofConversion(e);
            case TypedExpression.Dynamic e -> ofDynamic(e.operator());
            case TypedExpression.InstanceOf e -> Effects.NONE;
            case TypedExpression.New e -> Effects.EVERYTHING;
            case TypedExpression.FieldRead e -> Effects.READ.withFailure(ofDereference(e.object()));
            case TypedExpression.FieldWrite e ->
                Effects.WRITE.withFailure(ofDereference(e.object()));
            case TypedExpression.ArrayLiteral e -> Effects.FAIL;
            case TypedExpression.NewArray e -> Effects.FAIL;
            case TypedExpression.ElementRead e ->
                Effects.READ.withFailure(
                        e.bounds().isChecked()
                                ? Effects.Failure.POSSIBLE
                                : ofDereference(e.array()));
            case TypedExpression.ElementWrite e ->
                Effects.WRITE.withFailure(Effects.Failure.POSSIBLE);
            case TypedExpression.Length e -> ofLength(e);
            case TypedExpression.Call e -> Effects.EVERYTHING;
            case TypedExpression.MethodCall e -> Effects.EVERYTHING;
            case TypedExpression.ClosureCall e -> Effects.EVERYTHING;
            case TypedExpression.DynamicRead e ->
                hasAccessor.test(e.name()) ? Effects.EVERYTHING : Effects.READ.withFailure(Effects.Failure.POSSIBLE);
            case TypedExpression.DynamicWrite e ->
                hasAccessor.test(e.name()) ? Effects.EVERYTHING : Effects.WRITE.withFailure(Effects.Failure.POSSIBLE);
            case TypedExpression.DynamicMethodCall e -> Effects.EVERYTHING;
            case TypedExpression.DynamicCall e -> Effects.EVERYTHING;
            case TypedExpression.FunctionReference e -> Effects.NONE;
            case TypedExpression.MakeClosure e ->
                e.captured().stream()
                        .filter(v -> !(v instanceof Local l && l.shared()))
                        .map(Effects::ofRead)
                        .reduce(Effects.FAIL, Effects::and);
            case TypedExpression.BuiltinCall e -> ofBuiltin(e);
            case TypedExpression.TypeTest e -> Effects.NONE;
            case TypedExpression.Leave e -> Effects.EVERYTHING;
            case TypedExpression.Expected e -> Effects.EVERYTHING;
            case TypedExpression.Usually e -> Effects.NONE;
            case TypedExpression.GuardFailure e -> Effects.CHANGE;
            case TypedExpression.Print e -> Effects.CHANGE;
            case TypedExpression.Assert e -> Effects.CHANGE;
        };
    }

    /** Division by a constant that is not zero, and a power with a constant exponent that is not negative, cannot fail. */
    private static boolean mayFail(TypedExpression.Arithmetic e) {
        if (e.type() == PrimitiveType.FLOAT) {
            return false;
        }
        boolean constant = e.right() instanceof TypedExpression.IntegerConstant;
        int right = e.right() instanceof TypedExpression.IntegerConstant c ? c.value() : 0;
        return switch (e.operator()) {
            case DIVIDE, REMAINDER -> !constant || right == 0;
            case POWER -> !constant || right < 0;
            default -> false;
        };
    }

    private static Effects ofConversion(TypedExpression.Convert e) {
        return switch (e.conversion()) {
            case DOWNCAST, NOT_NULL, INTEGER_TO_STRING, FLOAT_TO_STRING, BOOLEAN_TO_STRING -> Effects.FAIL;
            case ANY_TO_INTEGER, ANY_TO_FLOAT, ANY_TO_BOOLEAN, ANY_TO_REFERENCE, ANY_TO_UNION, FLOAT_TO_ANY -> Effects.FAIL;
            case INTEGER_TO_ANY ->
                e.operand() instanceof TypedExpression.IntegerConstant c && c.value() << 3 >> 3 == c.value()
                        ? Effects.NONE
                        : Effects.FAIL;
            case BOOLEAN_TO_ANY, REFERENCE_TO_ANY, ANY_NARROWED, ANY_TO_TRUTH -> Effects.NONE;
            case ANY_TO_STRING -> Effects.READ.withFailure(Effects.Failure.POSSIBLE);
            case REFERENCE_TO_STRING -> Effects.READ.withFailure(Effects.Failure.POSSIBLE);
            case INTEGER_TO_FLOAT, FLOAT_TO_INTEGER, BOOLEAN_TO_INTEGER, INTEGER_TO_BOOLEAN, FLOAT_TO_BOOLEAN,
                    STRING_TO_BOOLEAN, REFERENCE_TO_BOOLEAN, REINTERPRET -> Effects.NONE;
        };
    }

    private static Effects ofDynamic(DynamicOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, TYPE_OF, ITEM_STEP -> Effects.NONE;
            case SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND,
                    BIT_OR, BIT_XOR, NEGATE, PLUS, BIT_NOT, INCREMENT, DECREMENT, LESS, LESS_EQUAL, GREATER,
                    GREATER_EQUAL -> Effects.FAIL;
            case ADD, LENGTH, ELEMENT, ITEM -> Effects.READ.withFailure(Effects.Failure.POSSIBLE);
            case SET_ELEMENT -> Effects.CHANGE;
        };
    }

    /** {@code this} and what has just been made are never null; other references should not be. */
    private static Effects.Failure ofDereference(TypedExpression object) {
        boolean certain = object instanceof TypedExpression.Read r && r.variable().name().equals("this")
                || object instanceof TypedExpression.New;
        return certain ? Effects.Failure.NEVER : Effects.Failure.ON_NULL;
    }

    /** The length of a string never changes; that of an array may. */
    private static Effects ofLength(TypedExpression.Length e) {
        Effects.Failure failure = ofDereference(e.of());
        return e.of().type() == PrimitiveType.STRING
                ? Effects.NONE.withFailure(failure)
                : Effects.READ.withFailure(failure);
    }

    private static Effects ofBuiltin(TypedExpression.BuiltinCall e) {
        return switch (e.builtin()) {
            case ARRAY_PUSH, ARRAY_POP, ARRAY_SHIFT, ARRAY_UNSHIFT, RANDOM, TIME_NOW, TIME_MICROS, GC, MEMORY_FREE, MEMORY_USED -> Effects.CHANGE;
            case TIME_DELAY -> Effects.EVERYTHING;
            case ARRAY_COPY, ARRAY_LIKE -> Effects.READ.withFailure(Effects.Failure.POSSIBLE);
            case STRING_CONCAT, STRING_AT, STRING_CHARACTER, STRING_CHAR_CODE_AT, STRING_SUBSTRING, PARAMETER_COUNT -> Effects.FAIL;
            case IS_FUNCTION -> Effects.NONE;
            case STRING_OF_BYTES -> Effects.READ.withFailure(Effects.Failure.POSSIBLE);
            case STRING_STARTS_WITH, STRING_ENDS_WITH, PARSE_INT, PARSE_FLOAT, FLOAT_BITS, ADDRESS, IS_NAN, SAME_NUMBER, ABS_INTEGER, ABS_FLOAT,
                    MIN_INTEGER, MAX_INTEGER, MIN_FLOAT, MAX_FLOAT, FLOOR, CEIL, ROUND, TRUNC, SIGN_INTEGER, SIGN_FLOAT,
                    IMUL, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, EXP, LOG, LOG2, LOG10, POW, HYPOT -> Effects.NONE;
        };
    }
}
