package org.bluescript.language.check;

import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * What {@code typeof a == "string"} says of {@code a}, if that is {@code any} or of a union. A number in {@code any} may still
 * be of two types.
 */
final class TypeNameTests {
    private static final Map<String, Type> TYPES =
            Map.of("string", PrimitiveType.STRING, "boolean", PrimitiveType.BOOLEAN);

    private final ExpressionChecker expressions;

    TypeNameTests(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** What is certain besides {@code flow} if the written expression has been found to be equal to the value, or not. */
    Flow narrow(Expression written, TypedExpression value, Flow flow, boolean equal) {
        boolean isTest = written instanceof Expression.Unary u && u.operator() == UnaryOperator.TYPEOF;
        if (!isTest || !(value instanceof TypedExpression.StringConstant name) || !flow.reachable()) {
            return flow;
        }
        Optional<Path> path = expressions.paths().findNarrowable(((Expression.Unary) written).operand());
        if (path.isEmpty()) {
            return flow;
        }
        Type known = flow.narrowed().getOrDefault(path.get(), expressions.paths().declaredType(path.get()));
        return narrowed(known, name.value(), equal)
                .filter(t -> !t.equals(known))
                .map(t -> flow.narrow(path.get(), t))
                .orElse(flow);
    }

    private static Optional<Type> narrowed(Type known, String name, boolean equal) {
        if (known == PrimitiveType.ANY) {
            return equal ? Optional.ofNullable(TYPES.get(name)) : Optional.empty();
        }
        return Unions.isUnion(known)
                ? Unions.filter(known, t -> Operators.typeName(t).equals(Optional.of(name)) == equal)
                : Optional.empty();
    }
}
