package org.bluescript.language.members;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * What is passed to a function ({@link FunctionType#passed}) that is called with words. An optional parameter for which null
 * is given counts as left out, as the word {@code undefined} does where types are known.
 */
public final class Passing {
    private final FunctionType type;
    private final Span span;

    public Passing(FunctionType type, Span span) {
        this.type = type;
        this.span = span;
    }

    /** Whether the function takes so many arguments. */
    public boolean fits(int count) {
        return count >= type.required() && (type.hasRest() || count <= type.fixed());
    }

    /** What is passed, but for the rest parameter, if so many words are given; conversions may fail. */
    public List<TypedExpression> fixed(List<TypedExpression> words) {
        List<TypedExpression> result = new ArrayList<>();
        List<Type> passed = type.passed();
        for (int i = 0; i < type.fixed(); i++) {
            result.add(i < words.size() ? argument(words.get(i), i, passed.get(i)) : zero(passed.get(i)));
        }
        return result;
    }

    /** All that is passed. */
    public List<TypedExpression> all(List<TypedExpression> words) {
        List<TypedExpression> result = fixed(words);
        if (type.hasRest()) {
            result.add(rest(words.subList(Math.min(type.fixed(), words.size()), words.size())));
        }
        if (type.saysWhatIsGiven()) {
            result.add(given(words));
        }
        return result;
    }

    /** The integer that says which parameters are given. */
    public TypedExpression given(List<TypedExpression> words) {
        TypedExpression result = integer(0);
        for (int i = 0; i < Math.min(words.size(), type.fixed()); i++) {
            TypedExpression bit = integer(1 << i);
            TypedExpression bits = isOmissible(i)
                    ? new TypedExpression.Conditional(span, isNull(words.get(i)), integer(0), bit, PrimitiveType.INTEGER)
                    : bit;
            result = new TypedExpression.Arithmetic(span, ArithmeticOperator.BIT_OR, result, bits, PrimitiveType.INTEGER);
        }
        return result;
    }

    private TypedExpression argument(TypedExpression word, int index, Type passed) {
        TypedExpression value = WordConversions.fromWord(word, passed);
        return isOmissible(index) && passed != PrimitiveType.ANY
                ? new TypedExpression.Conditional(span, isNull(word), zero(passed), value, passed)
                : value;
    }

    /** Whether null in place of the argument leaves it out, which the passed value itself cannot tell. */
    private boolean isOmissible(int index) {
        return type.isOptional(index) && !type.parameters().get(index).isReference();
    }

    private TypedExpression rest(List<TypedExpression> words) {
        ArrayType array = (ArrayType) type.parameters().getLast();
        return new TypedExpression.ArrayLiteral(
                span, array, words.stream().map(w -> WordConversions.fromWord(w, array.element())).toList());
    }

    private TypedExpression isNull(TypedExpression word) {
        return new TypedExpression.Dynamic(
                span, DynamicOperator.EQUAL, List.of(word, nullWord()), PrimitiveType.BOOLEAN);
    }

    private TypedExpression zero(Type wanted) {
        return switch (wanted.representation()) {
            case INTEGER -> new TypedExpression.IntegerConstant(span, 0, wanted);
            case FLOAT -> new TypedExpression.FloatConstant(span, 0);
            case BOOLEAN -> new TypedExpression.BooleanConstant(span, false);
            case WORD -> nullWord();
            case REFERENCE, NOTHING -> new TypedExpression.NullConstant(span, PrimitiveType.NULL);
        };
    }

    private TypedExpression nullWord() {
        TypedExpression nothing = new TypedExpression.NullConstant(span, PrimitiveType.NULL);
        return new TypedExpression.Convert(span, Conversion.REFERENCE_TO_ANY, nothing, PrimitiveType.ANY);
    }

    private TypedExpression integer(int value) {
        return new TypedExpression.IntegerConstant(span, value, PrimitiveType.INTEGER);
    }
}
