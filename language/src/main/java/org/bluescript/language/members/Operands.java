package org.bluescript.language.members;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.Type;

/**
 * The words of an access, in locals.
 *
 * @param words the value that is asked, then the word to store or the arguments
 * @param span the place of the access
 */
public record Operands(List<Local> words, Span span) {
    /** The value that is asked, of which it is known that it has this type. */
    TypedExpression receiver(Type type) {
        return new TypedExpression.Convert(span, Conversion.ANY_NARROWED, word(0), type);
    }

    /** The value that is asked. */
    TypedExpression word() {
        return word(0);
    }

    /** How many words there are behind the value that is asked. */
    int count() {
        return words.size() - 1;
    }

    /** The word to store, or an argument. */
    TypedExpression argument(int index) {
        return word(index + 1);
    }

    public List<TypedExpression> arguments() {
        List<TypedExpression> result = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            result.add(argument(i));
        }
        return result;
    }

    /** The arguments, converted to these types. */
    List<TypedExpression> converted(List<Type> types) {
        List<TypedExpression> result = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            result.add(WordConversions.fromWord(argument(i), types.get(i)));
        }
        return result;
    }

    private TypedExpression word(int index) {
        Local local = words.get(index);
        return new TypedExpression.Read(span, local, local.type());
    }
}
