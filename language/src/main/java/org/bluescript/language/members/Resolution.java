package org.bluescript.language.members;

import java.util.List;
import java.util.function.Function;

import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.FunctionType;

/** What a use of a name means for values that have the member. */
public sealed interface Resolution {
    /**
     * An expression that gives a word, or for a write is evaluated for its effect. It reads the operands of the access from
     * their locals, and needs no locals of its own.
     *
     * @param arguments conversions of operands, which may fail: they are evaluated in this order
     * @param use the expression, of the arguments or of whatever holds their values
     */
    record Means(List<TypedExpression> arguments, Function<List<TypedExpression>, TypedExpression> use)
            implements Resolution {
        static Means of(TypedExpression expression) {
            return new Means(List.of(), none -> expression);
        }

        /** The whole in one, for a reader that evaluates the operands of a node in order. */
        public TypedExpression expression() {
            return use.apply(arguments);
        }
    }

    /** The value of the expression, a word, is called with the arguments of the access. */
    record CallOf(TypedExpression callee) implements Resolution {}

    /** A function of this type is meant, which does not take so many arguments. */
    record WrongCount(FunctionType type) implements Resolution {}

    /** It cannot be used in this way. */
    record Unknown() implements Resolution {}
}
