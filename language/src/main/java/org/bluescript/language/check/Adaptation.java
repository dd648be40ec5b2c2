package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * How what is passed to a function of one type ({@link FunctionType#passed}) is passed on to a function of another, which takes
 * fewer arguments, further optional ones, or other forms of the same values.
 */
record Adaptation(FunctionType from, FunctionType to) {
    /** Whether that can be done; {@code fits} says whether values of a type may stand for those of another. */
    boolean isPossible(BiPredicate<Type, Type> fits) {
        if (to.required() > from.fixed()) {
            return false;
        }
        if (to.hasRest()) {
            for (int i = to.fixed(); i < from.fixed(); i++) {
                Type element = Signatures.elementOf(to.parameters().getLast());
                if (from.hasRest() || from.isOptional(i) || !fits.test(from.parameters().get(i), element)) {
                    return false;
                }
            }
        }
        for (int i = 0; i < Math.min(from.fixed(), to.fixed()); i++) {
            boolean isForced = from.isOptional(i) && !to.isOptional(i);
            if (isForced || !fits.test(from.parameters().get(i), to.parameters().get(i))) {
                return false;
            }
        }
        return !to.hasRest()
                || !from.hasRest()
                || from.parameters().getLast().equals(to.parameters().getLast());
    }

    /** What is passed on, made of what is passed. */
    List<TypedExpression> passed(Span span, List<TypedExpression> given) {
        List<Type> forms = to.passed();
        List<TypedExpression> result = new ArrayList<>();
        for (int i = 0; i < to.fixed(); i++) {
            result.add(i < from.fixed() ? Coercion.convert(given.get(i), forms.get(i)) : Nodes.zero(span, forms.get(i)));
        }
        if (to.hasRest()) {
            Type rest = to.parameters().getLast();
            result.add(
                    from.hasRest()
                            ? given.get(from.fixed())
                            : new TypedExpression.ArrayLiteral(span, (ArrayType) rest, gathered(given, (ArrayType) rest)));
        }
        if (to.saysWhatIsGiven()) {
            result.add(whatIsGiven(span, given));
        }
        return result;
    }

    /** What is given beyond the parameters that take one argument each. */
    private List<TypedExpression> gathered(List<TypedExpression> given, ArrayType rest) {
        return IntStream.range(to.fixed(), Math.max(to.fixed(), from.fixed()))
                .mapToObj(i -> Coercion.convert(given.get(i), rest.element()))
                .toList();
    }

    /** Every parameter that both have, except those that are optional in both: of them the caller says it. */
    private TypedExpression whatIsGiven(Span span, List<TypedExpression> given) {
        int always = 0;
        int sometimes = 0;
        for (int i = 0; i < Math.min(from.fixed(), to.fixed()); i++) {
            if (from.isOptional(i)) {
                sometimes |= 1 << i;
            } else {
                always |= 1 << i;
            }
        }
        Optional<TypedExpression> said = from.saysWhatIsGiven() ? Optional.of(given.getLast()) : Optional.empty();
        TypedExpression fixed = Nodes.integer(span, always);
        if (sometimes == 0 || said.isEmpty()) {
            return fixed;
        }
        TypedExpression bits = Nodes.arithmetic(
                span,
                ArithmeticOperator.BIT_AND,
                said.get(),
                Nodes.integer(span, sometimes),
                PrimitiveType.INTEGER);
        return Nodes.arithmetic(span, ArithmeticOperator.BIT_OR, bits, fixed, PrimitiveType.INTEGER);
    }
}
