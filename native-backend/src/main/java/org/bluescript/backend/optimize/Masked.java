package org.bluescript.backend.optimize;

import java.util.OptionalInt;

import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.TypedExpression;

/** Integers that are never negative and never above a constant, because bits have been masked or shifted out. */
final class Masked {
    private static final int WORD = 32;

    private Masked() {}

    /** The greatest value that the expression can have if it cannot be negative; empty if nothing is known. */
    static OptionalInt greatest(TypedExpression expression) {
        if (expression instanceof TypedExpression.Arithmetic a) {
            if (a.operator() == ArithmeticOperator.BIT_AND) {
                OptionalInt right = constant(a.right());
                return right.isPresent() ? right : constant(a.left());
            }
            if (a.operator() == ArithmeticOperator.SHIFT_RIGHT_UNSIGNED
                    && a.right() instanceof TypedExpression.IntegerConstant count
                    && count.value() % WORD > 0) {
                return OptionalInt.of(-1 >>> count.value());
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt constant(TypedExpression expression) {
        return expression instanceof TypedExpression.IntegerConstant c && c.value() >= 0
                ? OptionalInt.of(c.value())
                : OptionalInt.empty();
    }
}
