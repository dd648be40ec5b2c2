package org.bluescript.language.check;

import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Makes the nodes that carry values into words of type {@code any} and out of them. */
final class AnyConversions {
    private AnyConversions() {}

    /** The value as a word; what is of unknown type, or a word already, stays as it is. */
    static TypedExpression toAny(TypedExpression value) {
        return switch (value.type().representation()) {
            case INTEGER -> to(value, Conversion.INTEGER_TO_ANY);
            case FLOAT -> to(value, Conversion.FLOAT_TO_ANY);
            case BOOLEAN -> to(value, Conversion.BOOLEAN_TO_ANY);
            case REFERENCE -> to(value, Conversion.REFERENCE_TO_ANY);
            case WORD, NOTHING -> value;
        };
    }

    /** The word as a value of the type, which is checked when the program runs. */
    static TypedExpression fromAny(TypedExpression word, Type target) {
        return switch (target.representation()) {
            case INTEGER -> Nodes.convert(word, Conversion.ANY_TO_INTEGER, target);
            case FLOAT -> Nodes.convert(word, Conversion.ANY_TO_FLOAT, target);
            case BOOLEAN -> Nodes.convert(word, Conversion.ANY_TO_BOOLEAN, target);
            case REFERENCE -> Nodes.convert(word, Conversion.ANY_TO_REFERENCE, target);
            case WORD, NOTHING -> word;
        };
    }

    /**
     * What has been read from a place of type {@code declared}, where control flow has shown that it is a {@code narrowed}: a
     * boolean or a reference.
     */
    static TypedExpression narrowed(TypedExpression read, Type declared, Type narrowed) {
        boolean isNarrower = declared.representation() == Representation.WORD
                && narrowed.representation() != Representation.WORD;
        return isNarrower ? Nodes.convert(read, Conversion.ANY_NARROWED, narrowed) : read;
    }

    private static TypedExpression to(TypedExpression value, Conversion conversion) {
        return Nodes.convert(value, conversion, PrimitiveType.ANY);
    }
}
