package org.bluescript.language.check;

import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Makes the nodes that carry values into words of type {@code any} and out of them. */
final class AnyConversions {
    private AnyConversions() {}

    /** The value as a word; what is of unknown type, or a word already, stays as it is. */
    static TypedExpression toAny(TypedExpression value) {
        return toWord(value, PrimitiveType.ANY);
    }

    /** The value as a word of a type: {@code any}, or a union that the value is one of. */
    static TypedExpression toWord(TypedExpression value, Type target) {
        return WordConversions.toWord(value, target);
    }

    /** A value of a type that the union holds, as a word of it: an integer becomes a float if only those are among its types. */
    static TypedExpression toUnion(TypedExpression value, UnionType target) {
        boolean holdsOnlyFloats = target.members().contains(PrimitiveType.FLOAT)
                && target.members().stream().noneMatch(Assignability::isInteger);
        if (value.type() instanceof UnionType given
                && given.representation() == Representation.WORD
                && holdsOnlyFloats
                && given.members().stream().anyMatch(Assignability::isInteger)) {
            return Nodes.convert(value, Conversion.ANY_TO_UNION, target);
        }
        boolean becomesFloat = Assignability.isInteger(value.type())
                && !target.members().contains(PrimitiveType.INTEGER)
                && !target.members().contains(value.type())
                && target.members().contains(PrimitiveType.FLOAT);
        return toWord(becomesFloat ? Nodes.toFloat(value) : value, target);
    }

    /** The word that the value comes from, if control flow has shown what it holds; else the value. */
    static TypedExpression beforeNarrowing(TypedExpression value) {
        boolean fromWord = value instanceof TypedExpression.Convert c
                && c.operand().type().representation() == Representation.WORD
                && c.type().representation() != Representation.WORD;
        return fromWord ? ((TypedExpression.Convert) value).operand() : value;
    }

    /** What the value was before it became a word, or one of a wider type; else its type. */
    static Type given(TypedExpression value) {
        boolean becameWord = value instanceof TypedExpression.Convert c
                && c.type().representation() == Representation.WORD
                && (c.operand().type().representation() != Representation.WORD
                        || c.conversion() == Conversion.REINTERPRET && c.operand().type() != PrimitiveType.ANY);
        return becameWord ? ((TypedExpression.Convert) value).operand().type() : value.type();
    }

    /** The word as a value of the type, which is checked when the program runs. */
    static TypedExpression fromAny(TypedExpression word, Type target) {
        return WordConversions.fromWord(word, target);
    }

    /** What has been read from a place of type {@code declared}, where control flow has shown that it is a {@code narrowed}. */
    static TypedExpression narrowed(TypedExpression read, Type declared, Type narrowed) {
        boolean isNarrower = declared.representation() == Representation.WORD
                && narrowed.representation() != Representation.WORD;
        if (!isNarrower) {
            return read;
        }
        return switch (narrowed.representation()) {
            // Numbers may be in boxes, which the check looks into.
            case INTEGER -> Nodes.convert(read, Conversion.ANY_TO_INTEGER, narrowed);
            case FLOAT -> Nodes.convert(read, Conversion.ANY_TO_FLOAT, narrowed);
            default -> Nodes.convert(read, Conversion.ANY_NARROWED, narrowed);
        };
    }
}
