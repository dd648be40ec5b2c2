package org.bluescript.backend.emit;

import java.util.List;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Emits operators and conversions. The unit is compiled with {@code -fwrapv}: C's {@code + - *} on integers wrap. */
final class OperatorEmitter {
    private OperatorEmitter() {}

    static String arithmetic(Unit unit, Names names, ExpressionEmitter expressions, TypedExpression.Arithmetic e) {
        String left = expressions.emit(e.left());
        String right = expressions.emit(e.right());
        boolean isFloat = e.type() == PrimitiveType.FLOAT;
        return switch (e.operator()) {
            case ADD -> infix(left, "+", right);
            case SUBTRACT -> infix(isFloat && isConstant(e.left()) ? "({ float z = " + left + "; z; })" : left, "-", right);
            case MULTIPLY -> infix(left, "*", right);
            case DIVIDE -> isFloat ? infix(left, "/", right) : division(unit, names, e, left, right);
            case REMAINDER ->
                isFloat
                        ? call(unit, expressions, "bs_float_remainder", e, left, right)
                        : division(unit, names, e, left, right);
            case POWER -> call(unit, expressions, isFloat ? "bs_pow" : "bs_integer_power", e, left, right);
            case SHIFT_LEFT -> "((int32_t)((uint32_t)" + left + " << " + shiftCount(e.right(), right) + "))";
            case SHIFT_RIGHT -> infix(left, ">>", shiftCount(e.right(), right));
            case SHIFT_RIGHT_UNSIGNED -> "((int32_t)((uint32_t)" + left + " >> " + shiftCount(e.right(), right) + "))";
            case BIT_AND -> infix(left, "&", right);
            case BIT_OR -> infix(left, "|", right);
            case BIT_XOR -> infix(left, "^", right);
        };
    }

    /**
     * Whether gcc can see the value. It (12.2, in {@code match.pd}) takes 0 - x for -x where it sees that x is not -0, though it may be 0:
     * of {@code 0.0f - (float)i} it makes -0. It does not look into variables.
     */
    private static boolean isConstant(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.FloatConstant e -> true;
            case TypedExpression.IntegerConstant e -> true;
            default -> {
                List<TypedExpression> operands = TreeWalk.operands(expression);
                yield !operands.isEmpty() && operands.stream().allMatch(OperatorEmitter::isConstant);
            }
        };
    }

    private static String call(
            Unit unit, ExpressionEmitter expressions, String function, TypedExpression.Arithmetic e, String left, String right) {
        return unit.text().at(e.span()) + function + "(" + expressions.apart(e.span(), e.left().type(), left) + ", "
                + expressions.apart(e.span(), e.right().type(), right) + ")";
    }

    static String compare(ExpressionEmitter expressions, TypedExpression.Compare e) {
        String left = expressions.emit(e.left());
        String right = expressions.emit(e.right());
        String operator = symbol(e.operator());
        return switch (e.domain()) {
            case INTEGER, FLOAT, BOOLEAN -> infix(left, operator, right);
            case IDENTITY -> infix("(const void *)" + left, operator, "(const void *)" + right);
            case STRING ->
                switch (e.operator()) {
                    case EQUAL -> "bs_same_string(" + left + ", " + right + ")";
                    case NOT_EQUAL -> "(!bs_same_string(" + left + ", " + right + "))";
                    default -> "(bs_string_compare(" + left + ", " + right + ") " + operator + " 0)";
                };
        };
    }

    static String convert(Unit unit, Names names, ExpressionEmitter expressions, TypedExpression.Convert e) {
        String operand = expressions.operand(e.span(), e.operand());
        String mark = unit.text().at(e.span());
        return switch (e.conversion()) {
            case INTEGER_TO_FLOAT -> "((float)" + operand + ")";
            case FLOAT_TO_INTEGER -> "bs_float_to_integer(" + operand + ")";
            case BOOLEAN_TO_INTEGER -> "((int32_t)" + operand + ")";
            case INTEGER_TO_BOOLEAN -> "(" + operand + " != 0)";
            case FLOAT_TO_BOOLEAN -> "({ float t = " + operand + "; t < 0.0f || t > 0.0f; })";
            case STRING_TO_BOOLEAN -> "({ bs_string *t = " + operand + "; t != 0 && t->length != 0; })";
            case REFERENCE_TO_BOOLEAN -> "(" + operand + " != 0)";
            case INTEGER_TO_STRING -> mark + "bs_string_from_integer(" + operand + ")";
            case FLOAT_TO_STRING -> mark + "bs_string_from_float(" + operand + ")";
            case BOOLEAN_TO_STRING -> mark + "bs_string_from_boolean(" + operand + ")";
            case REFERENCE_TO_STRING -> mark + "bs_string_from_object(" + operand + ")";
            case REINTERPRET -> expressions.cast(e.type(), e.operand().type(), operand);
            case INTEGER_TO_ANY, FLOAT_TO_ANY, BOOLEAN_TO_ANY, REFERENCE_TO_ANY, ANY_TO_INTEGER, ANY_TO_FLOAT, ANY_TO_BOOLEAN,
                    ANY_TO_REFERENCE, ANY_TO_UNION, ANY_NARROWED, ANY_TO_TRUTH, ANY_TO_STRING ->
                throw new IllegalArgumentException("of words: " + e.conversion());
            case NOT_NULL -> checked(unit, names, expressions, e, operand, RunTimeErrorKind.NULL_VALUE, isNull(e.type()));
            case DOWNCAST -> downcast(unit, names, expressions, e, operand);
        };
    }

    private static String isNull(Type type) {
        return type.representation() == Representation.WORD ? "%s == BS_WORD_NULL" : "%s == 0";
    }

    private static String downcast(
            Unit unit, Names names, ExpressionEmitter expressions, TypedExpression.Convert e, String operand) {
        boolean nullable = e.type() instanceof NullableType;
        ClassType target = (ClassType) (e.type() instanceof NullableType n ? n.of() : e.type());
        String instance = ObjectEmitter.instanceTest(expressions, unit, target, "%1$s");
        // Where null should not be, reading its class is the error that any use of null is.
        boolean mayBeNull = e.operand().type() instanceof NullableType;
        String wrong = nullable ? "%1$s != 0 && !" + instance : (mayBeNull ? "%1$s == 0 || !" : "!") + instance;
        return checked(unit, names, expressions, e, operand, RunTimeErrorKind.TYPE, wrong);
    }

    /** The operand, cast, after a trap if the test (with the operand's name in it) is true. */
    private static String checked(
            Unit unit,
            Names names,
            ExpressionEmitter expressions,
            TypedExpression.Convert e,
            String operand,
            RunTimeErrorKind kind,
            String test) {
        String name = names.fresh("t");
        return "({ " + unit.types().of(e.operand().type()) + " " + name + " = " + operand + "; if (BS_UNLIKELY("
                + test.formatted(name) + ")) " + unit.trap(kind, e.span()) + "; "
                + expressions.cast(e.type(), e.operand().type(), name) + "; })";
    }

    private static String division(
            Unit unit, Names names, TypedExpression.Arithmetic e, String left, String right) {
        String function = e.operator() == ArithmeticOperator.DIVIDE ? "bs_divide(" : "bs_remainder(";
        if (e.right() instanceof TypedExpression.IntegerConstant c && c.value() != 0) {
            return function + left + ", " + right + ")";
        }
        String dividend = names.fresh("t");
        String divisor = names.fresh("t");
        return "({ int32_t " + dividend + " = " + left + "; int32_t " + divisor + " = " + right + "; if (BS_UNLIKELY("
                + divisor + " == 0)) " + unit.trap(RunTimeErrorKind.DIVISION, e.span()) + "; " + function + dividend
                + ", " + divisor + "); })";
    }

    private static String shiftCount(TypedExpression count, String code) {
        return count instanceof TypedExpression.IntegerConstant c
                ? Integer.toString(c.value() & 31)
                : "(" + code + " & 31)";
    }

    private static String infix(String left, String operator, String right) {
        return "(" + left + " " + operator + " " + right + ")";
    }

    private static String symbol(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_EQUAL -> ">=";
        };
    }
}
