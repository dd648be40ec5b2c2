package org.bluescript.backend.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.Variable;

/**
 * An index as {@code (factor + scale) * variable + constant + terms}, where the scale and the terms do not change in the loop.
 * Computed with more than 32 bits the value is the true one; if it is a valid index then the wrapping computation of the program
 * gives the same.
 *
 * @param scale an invariant that multiplies the variable, if there is one
 */
record Linear(long factor, Optional<TypedExpression> scale, long constant, List<Term> terms) {
    /** An invariant expression, added or subtracted. */
    record Term(TypedExpression value, boolean negative) {}

    /** Greater factors and constants are left alone, so that the sums below stay far from 64 bits. */
    private static final long LIMIT = 1 << 20;

    private static final Linear ZERO = new Linear(0, Optional.empty(), 0, List.of());

    /** The form of an index in terms of the variable; empty if it is not linear. */
    static Optional<Linear> of(TypedExpression index, Variable variable, LoopFacts facts) {
        return of(index, variable, facts, 1, ZERO);
    }

    private static Optional<Linear> of(
            TypedExpression index, Variable variable, LoopFacts facts, long scale, Linear sum) {
        TypedExpression e = facts.resolve(index);
        if (Math.abs(scale) > LIMIT) {
            return Optional.empty();
        }
        return switch (e) {
            case TypedExpression.Read read when read.variable().equals(variable) ->
                Optional.of(new Linear(sum.factor + scale, sum.scale, sum.constant, sum.terms));
            case TypedExpression.IntegerConstant c when Math.abs((long) c.value()) <= LIMIT ->
                Optional.of(new Linear(sum.factor, sum.scale, sum.constant + scale * c.value(), sum.terms));
            case TypedExpression.Arithmetic a
            when a.operator() == ArithmeticOperator.ADD ->
                of(a.left(), variable, facts, scale, sum).flatMap(s -> of(a.right(), variable, facts, scale, s));
            case TypedExpression.Arithmetic a
            when a.operator() == ArithmeticOperator.SUBTRACT ->
                of(a.left(), variable, facts, scale, sum).flatMap(s -> of(a.right(), variable, facts, -scale, s));
            case TypedExpression.Arithmetic a
            when a.operator() == ArithmeticOperator.MULTIPLY
                    && a.right() instanceof TypedExpression.IntegerConstant c
                    && !facts.isInvariant(a.left()) ->
                of(a.left(), variable, facts, scale * c.value(), sum);
            case TypedExpression.Arithmetic a
            when a.operator() == ArithmeticOperator.MULTIPLY
                    && a.left() instanceof TypedExpression.IntegerConstant c
                    && !facts.isInvariant(a.right()) ->
                of(a.right(), variable, facts, scale * c.value(), sum);
            case TypedExpression.Arithmetic a
            when a.operator() == ArithmeticOperator.MULTIPLY
                    && scale == 1
                    && sum.scale.isEmpty()
                    && invariantFactor(a, variable, facts).isPresent() ->
                Optional.of(new Linear(
                        sum.factor, invariantFactor(a, variable, facts), sum.constant, sum.terms));
            default ->
                facts.isInvariant(e) && Math.abs(scale) == 1 ? Optional.of(sum.plus(e, scale < 0)) : Optional.empty();
        };
    }

    /** What multiplies the variable in {@code variable * invariant}. */
    private static Optional<TypedExpression> invariantFactor(
            TypedExpression.Arithmetic product, Variable variable, LoopFacts facts) {
        if (isVariable(product.left(), variable) && facts.isInvariant(product.right())) {
            return Optional.of(product.right());
        }
        return isVariable(product.right(), variable) && facts.isInvariant(product.left())
                ? Optional.of(product.left())
                : Optional.empty();
    }

    private static boolean isVariable(TypedExpression e, Variable variable) {
        return e instanceof TypedExpression.Read read && read.variable().equals(variable);
    }

    private Linear plus(TypedExpression term, boolean negative) {
        List<Term> all = new ArrayList<>(terms);
        all.add(new Term(term, negative));
        return new Linear(factor, scale, constant, List.copyOf(all));
    }
}
