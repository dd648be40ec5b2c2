package org.bluescript.language.typed;

import org.bluescript.language.source.Span;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Makes the nodes that carry values into words of type {@code any} and out of them. */
public final class WordConversions {
    private WordConversions() {}

    /** The value as a word; what is of unknown type, or a word already, stays as it is. */
    public static TypedExpression toWord(TypedExpression value) {
        return toWord(value, PrimitiveType.ANY);
    }

    /** The value as a word of a type: {@code any}, or a union that the value is one of. */
    public static TypedExpression toWord(TypedExpression value, Type target) {
        return switch (value.type().representation()) {
            case INTEGER -> convert(value, Conversion.INTEGER_TO_ANY, target);
            case FLOAT -> convert(value, Conversion.FLOAT_TO_ANY, target);
            case BOOLEAN -> convert(value, Conversion.BOOLEAN_TO_ANY, target);
            case REFERENCE -> convert(value, Conversion.REFERENCE_TO_ANY, target);
            case WORD -> value.type().equals(target) ? value : convert(value, Conversion.REINTERPRET, target);
            case NOTHING -> value;
        };
    }

    /** The word as a value of the type, which is checked when the program runs. */
    public static TypedExpression fromWord(TypedExpression word, Type target) {
        return fromWord(word.span(), word, target);
    }

    /** The same where the error has a place of its own. */
    public static TypedExpression fromWord(Span span, TypedExpression word, Type target) {
        return switch (target.representation()) {
            case INTEGER -> new TypedExpression.Convert(span, Conversion.ANY_TO_INTEGER, word, target);
            case FLOAT -> new TypedExpression.Convert(span, Conversion.ANY_TO_FLOAT, word, target);
            case BOOLEAN -> new TypedExpression.Convert(span, Conversion.ANY_TO_BOOLEAN, word, target);
            case REFERENCE -> new TypedExpression.Convert(span, Conversion.ANY_TO_REFERENCE, word, target);
            case WORD ->
                target instanceof UnionType
                        ? new TypedExpression.Convert(span, Conversion.ANY_TO_UNION, word, target)
                        : toWord(word, target);
            case NOTHING -> word;
        };
    }

    private static TypedExpression convert(TypedExpression value, Conversion conversion, Type type) {
        return new TypedExpression.Convert(value.span(), conversion, value, type);
    }
}
