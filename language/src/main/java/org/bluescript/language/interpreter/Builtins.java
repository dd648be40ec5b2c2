package org.bluescript.language.interpreter;

import java.util.List;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.nodes.ArrayOperationNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.FloatBitsNode;
import org.bluescript.language.nodes.FloatFunctionNode;
import org.bluescript.language.nodes.IntegerFunctionNode;
import org.bluescript.language.nodes.MachineFunctionNode;
import org.bluescript.language.nodes.IsFunctionNode;
import org.bluescript.language.nodes.ParameterCountNode;
import org.bluescript.language.nodes.RoundingNode;
import org.bluescript.language.nodes.SameNumberNode;
import org.bluescript.language.nodes.StringOperationNode;
import org.bluescript.language.nodes.ViewOperationNode;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Translates built-in operations. */
final class Builtins {
    private final HostMachine machine;
    private final Expressions expressions;

    Builtins(TreeTranslator program, Expressions expressions) {
        this.machine = program.machine();
        this.expressions = expressions;
    }

    ExpressionNode translate(TypedExpression.BuiltinCall e) {
        return switch (e.builtin()) {
            case ARRAY_PUSH, ARRAY_POP, ARRAY_SHIFT, ARRAY_UNSHIFT, ARRAY_COPY, ARRAY_LIKE -> array(e);
            case IS_FUNCTION -> new IsFunctionNode(machine, expressions.translate(e.arguments().get(0)));
            case PARAMETER_COUNT -> new ParameterCountNode(machine, expressions.translate(e.arguments().get(0)));
            case STRING_CONCAT, STRING_AT, STRING_CHARACTER, STRING_CHAR_CODE_AT, STRING_SUBSTRING, STRING_STARTS_WITH,
                    STRING_ENDS_WITH, STRING_OF_BYTES, PARSE_INT, PARSE_FLOAT ->
                new StringOperationNode(machine.strings(), e.builtin(), expressions.waiting(e.arguments()));
            case ABS_INTEGER, MIN_INTEGER, MAX_INTEGER, SIGN_INTEGER, IMUL ->
                new IntegerFunctionNode(e.builtin(), expressions.waiting(e.arguments()));
            case SAME_NUMBER -> {
                ExpressionNode[] operands = expressions.waiting(e.arguments());
                yield new SameNumberNode(operands[0], operands[1]);
            }
            case FLOOR, CEIL, ROUND, TRUNC ->
                new RoundingNode(e.builtin(), expressions.translate(e.arguments().get(0)));
            case IS_NAN, ABS_FLOAT, MIN_FLOAT, MAX_FLOAT, SIGN_FLOAT, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, EXP,
                    LOG, LOG2, LOG10, POW, HYPOT ->
                new FloatFunctionNode(e.builtin(), expressions.waiting(e.arguments()));
            case FLOAT_BITS -> new FloatBitsNode(expressions.translate(e.arguments().get(0)));
            // The interpreter's references are addresses.
            case ADDRESS -> expressions.translate(e.arguments().get(0));
            case RANDOM, TIME_NOW, TIME_MICROS, TIME_DELAY, GC, MEMORY_FREE, MEMORY_USED -> {
                List<TypedExpression> arguments = e.arguments();
                yield new MachineFunctionNode(
                        machine,
                        e.builtin(),
                        arguments.isEmpty() ? null : expressions.translate(arguments.get(0)));
            }
        };
    }

    private ExpressionNode array(TypedExpression.BuiltinCall e) {
        Type type = e.arguments().get(0).type();
        Type element = switch (type) {
            case ArrayType array -> array.element();
            case TypedArrayType typed -> typed.element();
            default -> throw new IllegalArgumentException("not an array: " + type);
        };
        ExpressionNode[] operands = expressions.kept(e.arguments());
        if (element == PrimitiveType.ANY) {
            ExpressionNode added = operands.length > 1 ? operands[1] : null;
            return new ViewOperationNode(machine, e.builtin(), expressions.arrayClass(type), operands[0], added);
        }
        return new ArrayOperationNode(
                machine,
                e.builtin(),
                expressions.form(type),
                element,
                operands[0],
                operands.length > 1 ? operands[1] : null);
    }
}
