package org.bluescript.backend.emit;

import java.util.stream.Collectors;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Emits built-in operations, output and assertions. */
final class BuiltinEmitter {
    private static final int TO_OUTPUT = 1;
    private static final int TO_ERROR = 2;

    private final Unit unit;
    private final Names names;
    private final ExpressionEmitter expressions;

    BuiltinEmitter(Unit unit, Names names, ExpressionEmitter expressions) {
        this.unit = unit;
        this.names = names;
        this.expressions = expressions;
    }

    String emit(TypedExpression.BuiltinCall e) {
        return switch (e.builtin()) {
            case ARRAY_PUSH -> ofAny(e) ? call("bs_view_push", e) : push(e);
            case ARRAY_POP -> ofAny(e) ? call("bs_view_pop", e) : pop(e);
            case ARRAY_SHIFT -> ofAny(e) ? call("bs_view_shift", e) : shift(e);
            case ARRAY_UNSHIFT -> ofAny(e) ? call("bs_view_unshift", e) : unshift(e);
            case ARRAY_COPY -> "((" + unit.types().of(e.type()) + ")" + copy(e) + ")";
            case ARRAY_LIKE -> "((" + unit.types().of(e.type()) + ")" + call("bs_view_like", e) + ")";
            case IS_FUNCTION -> call("bs_is_function", e);
            case PARAMETER_COUNT -> call("bs_parameter_count", e);
            case STRING_CONCAT -> call("bs_string_concat", e);
            case STRING_AT -> call("bs_string_at", e);
            case STRING_CHARACTER -> call("bs_string_character", e);
            case STRING_CHAR_CODE_AT -> charCodeAt(e);
            case STRING_SUBSTRING -> call("bs_string_substring", e);
            case STRING_STARTS_WITH -> call("bs_string_starts_with", e);
            case STRING_ENDS_WITH -> call("bs_string_ends_with", e);
            case STRING_OF_BYTES -> stringOfBytes(e);
            case FLOAT_BITS -> floatBits(e);
            case ADDRESS -> "((int32_t)(uintptr_t)" + argument(e, 0) + ")";
            case PARSE_INT -> call("bs_string_to_integer", e);
            case PARSE_FLOAT -> call("bs_string_to_float", e);
            case SAME_NUMBER -> call("bs_same_number", e);
            case IS_NAN -> call("__builtin_isnan", e);
            case ABS_INTEGER -> call("bs_absolute_integer", e);
            case ABS_FLOAT -> call("__builtin_fabsf", e);
            case MIN_INTEGER -> call("bs_min_integer", e);
            case MAX_INTEGER -> call("bs_max_integer", e);
            case MIN_FLOAT -> call("bs_min_float", e);
            case MAX_FLOAT -> call("bs_max_float", e);
            case FLOOR -> call("bs_floor", e);
            case CEIL -> call("bs_ceil", e);
            case ROUND -> call("bs_round", e);
            case TRUNC -> call("bs_float_to_integer", e);
            case SIGN_INTEGER -> call("bs_sign_integer", e);
            case SIGN_FLOAT -> call("bs_sign_float", e);
            case IMUL -> "(" + argument(e, 0) + " * " + argument(e, 1) + ")";
            case SQRT -> call("__builtin_sqrtf", e);
            case SIN -> call("bs_sin", e);
            case COS -> call("bs_cos", e);
            case TAN -> call("bs_tan", e);
            case ASIN -> call("bs_asin", e);
            case ACOS -> call("bs_acos", e);
            case ATAN -> call("bs_atan", e);
            case ATAN2 -> call("bs_atan2", e);
            case EXP -> call("bs_exp", e);
            case LOG -> call("bs_log", e);
            case LOG2 -> call("bs_log2", e);
            case LOG10 -> call("bs_log10", e);
            case POW -> call("bs_pow", e);
            case HYPOT -> call("bs_hypot", e);
            case RANDOM -> call("bs_random", e);
            case TIME_NOW -> sinceBeginning(call("bs_time_now", e), Exchange.CLOCK_OFFSET);
            case TIME_MICROS -> sinceBeginning(call("bs_time_micros", e), Exchange.CLOCK_OFFSET + 4);
            case TIME_DELAY -> call("bs_time_delay", e);
            case GC -> call("bs_collect", e);
            case MEMORY_FREE -> call("bs_memory_free", e);
            case MEMORY_USED -> call("bs_memory_used", e);
        };
    }

    /** The device's clock began with the last call from the host; the program may have begun there. */
    private String sinceBeginning(String time, int clock) {
        return unit.layout().isTiered() ? "(" + time + " + (int32_t)" + RecallEmitter.word(clock) + ")" : time;
    }

    String print(TypedExpression.Print e) {
        String values = e.arguments().stream().map(this::printed).collect(Collectors.joining());
        return "({ " + values + "bs_print_end(" + (e.toError() ? TO_ERROR : TO_OUTPUT) + "); })";
    }

    String assertion(TypedExpression.Assert e) {
        String message = e.message()
                .map(m -> (unit.catches() ? "bs_error_text(" : "bs_assert_message(") + expressions.emit(m) + "); ")
                .orElse("");
        return "({ if (BS_UNLIKELY(!" + expressions.emit(e.condition()) + ")) { " + message
                + unit.trap(RunTimeErrorKind.ASSERT, e.span()) + "; } })";
    }

    private String printed(TypedExpression argument) {
        String function =
                switch (argument.type().representation()) {
                    case INTEGER -> "bs_print_integer";
                    case FLOAT -> "bs_print_float";
                    case BOOLEAN -> "bs_print_boolean";
                    case REFERENCE -> "bs_print_object";
                    case WORD -> "bs_print_word";
                    case NOTHING -> throw new IllegalArgumentException("a value of type " + argument.type());
                };
        return unit.text().at(argument.span()) + function + "(" + expressions.operand(argument.span(), argument) + "); ";
    }

    /** Whether the array may be a view of one of another kind. */
    private static boolean ofAny(TypedExpression.BuiltinCall e) {
        return e.arguments().get(0).type() instanceof ArrayType array && array.mayBeView();
    }

    private String copy(TypedExpression.BuiltinCall e) {
        return ofAny(e)
                ? unit.text().at(e.span()) + "bs_view_copy(" + argument(e, 0) + ", &" + unit.layout().arrayClass(e.type()) + ")"
                : call("bs_array_copy", e);
    }

    private String call(String function, TypedExpression.BuiltinCall e) {
        return unit.text().at(e.span()) + function + "("
                + e.arguments().stream()
                        .map(a -> expressions.operand(e.span(), a))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private String argument(TypedExpression.BuiltinCall e, int index) {
        return expressions.emit(e.arguments().get(index));
    }

    private String stringOfBytes(TypedExpression.BuiltinCall e) {
        String bytes = names.fresh("t");
        return "({ bs_array_uint8 *" + bytes + " = " + argument(e, 0) + "; " + unit.text().at(e.span())
                + "bs_string_of((const char *)" + bytes + "->elements, " + bytes + "->length); })";
    }

    /** Every NaN has the same bits. */
    private String floatBits(TypedExpression.BuiltinCall e) {
        String value = names.fresh("t");
        return "({ union { float value; int32_t bits; } " + value + " = {" + argument(e, 0) + "}; " + value + ".value != "
                + value + ".value ? 0x7fc00000 : " + value + ".bits; })";
    }

    /** In line, because reading bytes is what loops over strings do. */
    private String charCodeAt(TypedExpression.BuiltinCall e) {
        String string = names.fresh("t");
        String index = names.fresh("t");
        return "({ bs_string *" + string + " = " + argument(e, 0) + "; int32_t " + index + " = " + argument(e, 1)
                + "; if (BS_UNLIKELY((unsigned int)" + index + " >= " + string + "->length)) "
                + unit.trap(RunTimeErrorKind.INDEX, e.span()) + "; (int32_t)(uint8_t)" + string + "->bytes[" + index
                + "]; })";
    }

    private String push(TypedExpression.BuiltinCall e) {
        String vector = names.fresh("t");
        String value = names.fresh("t");
        return vector(e, vector) + value(e, value) + "if (BS_UNLIKELY(" + vector + "->length == " + vector
                + "->capacity)) " + unit.text().at(e.span()) + "bs_vector_grow(" + vector + "); " + vector
                + "->elements[" + vector + "->length++] = " + value + "; (int32_t)" + vector + "->length; })";
    }

    private String pop(TypedExpression.BuiltinCall e) {
        String vector = names.fresh("t");
        String value = names.fresh("t");
        return vector(e, vector) + nonEmpty(e, vector) + elementType(e) + " " + value + " = " + vector + "->elements[--"
                + vector + "->length]; " + vector + "->elements[" + vector + "->length] = 0; " + value + "; })";
    }

    private String shift(TypedExpression.BuiltinCall e) {
        String vector = names.fresh("t");
        String value = names.fresh("t");
        return vector(e, vector) + nonEmpty(e, vector) + elementType(e) + " " + value + " = " + vector
                + "->elements[0]; bs_vector_shift(" + vector + "); " + value + "; })";
    }

    private String unshift(TypedExpression.BuiltinCall e) {
        String vector = names.fresh("t");
        String value = names.fresh("t");
        return vector(e, vector) + value(e, value) + unit.text().at(e.span()) + "bs_vector_unshift(" + vector + "); "
                + vector + "->elements[0] = " + value + "; (int32_t)" + vector + "->length; })";
    }

    /** Opens a statement expression with the receiver in a name. */
    private String vector(TypedExpression.BuiltinCall e, String name) {
        Type type = e.arguments().get(0).type();
        return "({ " + unit.types().of(type) + name + " = " + argument(e, 0) + "; ";
    }

    private String value(TypedExpression.BuiltinCall e, String name) {
        Type element = ((ArrayType) e.arguments().get(0).type()).element();
        return unit.types().of(element) + " " + name + " = " + expressions.as(element, e.arguments().get(1)) + "; ";
    }

    private String elementType(TypedExpression.BuiltinCall e) {
        return unit.types().element(e.arguments().get(0).type());
    }

    private String nonEmpty(TypedExpression.BuiltinCall e, String vector) {
        return "if (BS_UNLIKELY(" + vector + "->length == 0)) " + unit.trap(RunTimeErrorKind.EMPTY, e.span()) + "; ";
    }
}
