package org.bluescript.language.members;

import java.util.Optional;

import org.bluescript.language.typed.TypedExpression;

/**
 * A way to use a name on a value of type {@code any}. The words that it takes, the value first, are the operands of the expression.
 *
 * @param words how many there are beside the value: none, the word to store, or the arguments
 */
public record MemberAccess(Kind kind, String name, int words) {
    public enum Kind {
        READ,
        WRITE,
        CALL
    }

    /** What the expression itself does, if it uses a name. */
    public static Optional<MemberAccess> of(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.DynamicRead e -> Optional.of(new MemberAccess(Kind.READ, e.name(), 0));
            case TypedExpression.DynamicWrite e -> Optional.of(new MemberAccess(Kind.WRITE, e.name(), 1));
            case TypedExpression.DynamicMethodCall e ->
                Optional.of(new MemberAccess(Kind.CALL, e.name(), e.arguments().size()));
            default -> Optional.empty();
        };
    }
}
