package org.bluescript.backend.emit;

import java.util.stream.Collectors;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ArrayClasses;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.FunctionAdapters;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/** Emits what is done with words of type {@code any}: conversions, operators, class tests. The code is {@code bs_any.h}'s. */
final class DynamicEmitter {
    /** The strings that {@code typeof} gives. */
    static final String TYPE_NAMES = "bs_type_names";

    private final Unit unit;
    private final ExpressionEmitter expressions;

    DynamicEmitter(Unit unit, ExpressionEmitter expressions) {
        this.unit = unit;
        this.expressions = expressions;
    }

    static boolean isOnWords(TypedExpression.Convert e) {
        return e.conversion() != Conversion.REINTERPRET
                && e.conversion() != Conversion.NOT_NULL
                && (e.type().representation() == Representation.WORD
                        || e.operand().type().representation() == Representation.WORD);
    }

    String emit(TypedExpression.Dynamic e) {
        return switch (e.operator()) {
            case NOT_EQUAL -> "(!" + call("bs_any_equal", e) + ")";
            case TYPE_OF -> TYPE_NAMES + "[" + call("bs_any_type", e) + "]";
            case ELEMENT, SET_ELEMENT, ITEM, LENGTH -> onArray(e);
            default -> call("bs_any_" + e.operator().name().toLowerCase(java.util.Locale.ROOT), e);
        };
    }

    String instanceOf(TypedExpression.InstanceOf e) {
        ClassLayout layout = expressions.layout(e.of());
        return "bs_word_is_instance(" + expressions.emit(e.operand()) + ", " + layout.id() + ", " + layout.lastId() + ")";
    }

    /** Whether a word holds a value of a type; common integers and floats in line. */
    String test(TypedExpression.TypeTest e, Names names) {
        String operand = expressions.emit(e.operand());
        if (ExpressionEmitter.isSimple(operand)) {
            return test(operand, e.of());
        }
        String word = names.fresh("w");
        return "({ bs_word " + word + " = " + operand + "; " + test(word, e.of()) + "; })";
    }

    private String test(String word, Type type) {
        return switch (type) {
            case PrimitiveType p ->
                switch (p) {
                    case INTEGER -> "bs_is_integer(" + word + ")";
                    case FLOAT -> "bs_is_float(" + word + ")";
                    case BOOLEAN -> "bs_is_boolean(" + word + ")";
                    case NULL -> "(" + word + " == BS_WORD_NULL)";
                    case STRING -> "bs_has_kind(" + word + ", BS_KIND_STRING)";
                    case ANY, VOID, NEVER -> throw new IllegalArgumentException("not tested: " + p);
                };
            case NullableType n -> "(" + word + " == BS_WORD_NULL || " + test(word, n.of()) + ")";
            case ClassType c -> ClassTest.instanceOf(expressions.layout(c)).of(word);
            case ArrayType a when a.mayBeView() -> "bs_is_view(" + word + ")";
            case ArrayType a -> "bs_has_class(" + word + ", &" + unit.layout().arrayClass(a) + ")";
            case TypedArrayType t -> "bs_has_class(" + word + ", &" + unit.layout().arrayClass(t) + ")";
            case FunctionType f -> "bs_is_of_type(" + word + ", &" + unit.layout().typeTests(f) + ")";
            default -> throw new IllegalArgumentException("not tested: " + type);
        };
    }

    String convert(TypedExpression.Convert written) {
        TypedExpression.Convert e = FunctionAdapters.adapted(unit.program().adapters(), written);
        String operand = expressions.operand(e.span(), e.operand());
        String mark = unit.text().at(e.span());
        return switch (e.conversion()) {
            case INTEGER_TO_ANY -> ofInteger(e.operand(), mark, operand);
            case FLOAT_TO_ANY -> mark + "bs_word_of_float(" + operand + ")";
            case BOOLEAN_TO_ANY -> "bs_word_of_boolean(" + operand + ")";
            case REFERENCE_TO_ANY -> "bs_word_of_reference(" + operand + ")";
            case ANY_TO_INTEGER -> mark + "bs_integer_of_word(" + operand + ")";
            case ANY_TO_FLOAT -> mark + "bs_float_of_word(" + operand + ")";
            case ANY_TO_BOOLEAN -> mark + "bs_boolean_of_word(" + operand + ")";
            case ANY_TO_REFERENCE ->
                "((" + unit.types().of(e.type()) + ")" + mark + "bs_reference_of_word(" + operand + ", &"
                        + unit.layout().typeTests(e.type()) + "))";
            case ANY_TO_UNION ->
                mark + "bs_word_of_type(" + operand + ", &" + unit.layout().typeTests(e.type()) + ")";
            case ANY_NARROWED ->
                switch (e.type().representation()) {
                    case INTEGER -> "bs_narrow_integer(" + operand + ")";
                    case FLOAT -> "bs_untag_float(" + operand + ")";
                    case BOOLEAN -> "(" + operand + " == BS_WORD_TRUE)";
                    case REFERENCE -> "((" + unit.types().of(e.type()) + ")bs_untag_reference(" + operand + "))";
                    case WORD, NOTHING -> throw new IllegalArgumentException("not narrower: " + e.type());
                };
            case ANY_TO_TRUTH -> "bs_any_truth(" + operand + ")";
            case ANY_TO_STRING -> mark + "bs_string_from_word(" + operand + ")";
            case INTEGER_TO_FLOAT, FLOAT_TO_INTEGER, BOOLEAN_TO_INTEGER, INTEGER_TO_BOOLEAN, FLOAT_TO_BOOLEAN,
                    STRING_TO_BOOLEAN, REFERENCE_TO_BOOLEAN, INTEGER_TO_STRING, FLOAT_TO_STRING, BOOLEAN_TO_STRING,
                    REFERENCE_TO_STRING, REINTERPRET, DOWNCAST, NOT_NULL ->
                throw new IllegalArgumentException("not of words: " + e.conversion());
        };
    }

    private static String ofInteger(TypedExpression operand, String mark, String code) {
        boolean fits = operand instanceof TypedExpression.IntegerConstant c && c.value() << 3 >> 3 == c.value();
        return fits
                ? (((TypedExpression.IntegerConstant) operand).value() << 3 & 0xffff_ffffL) + "u"
                : mark + "bs_word_of_integer(" + code + ")";
    }

    /** In line for arrays of words, in the form that they have in this program. */
    private String onArray(TypedExpression.Dynamic e) {
        ArrayType words = new ArrayType(PrimitiveType.ANY);
        String form = ArrayClasses.isGrowable(unit.program(), words) ? "bs_vector_" : "bs_array_";
        return call(form + e.operator().name().toLowerCase(java.util.Locale.ROOT), e);
    }

    private String call(String function, TypedExpression.Dynamic e) {
        return unit.text().at(e.span()) + function + "("
                + e.operands().stream().map(o -> expressions.operand(e.span(), o)).collect(Collectors.joining(", ")) + ")";
    }
}
