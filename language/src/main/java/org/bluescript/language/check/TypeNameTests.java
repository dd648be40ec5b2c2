package org.bluescript.language.check;

import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** What {@code typeof a == "string"} says of {@code a}, if that is {@code any}. A number may still be of two types. */
final class TypeNameTests {
    private static final Map<String, Type> TYPES =
            Map.of("string", PrimitiveType.STRING, "boolean", PrimitiveType.BOOLEAN);

    private final ExpressionChecker expressions;

    TypeNameTests(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** What is certain besides {@code flow} if the written expression has been found to be equal to the value. */
    Flow narrow(Expression written, TypedExpression value, Flow flow) {
        boolean isTest = written instanceof Expression.Unary u && u.operator() == UnaryOperator.TYPEOF;
        Type type = value instanceof TypedExpression.StringConstant c ? TYPES.get(c.value()) : null;
        if (!isTest || type == null) {
            return flow;
        }
        Optional<Path> path = expressions.paths().findNarrowable(((Expression.Unary) written).operand());
        return path.filter(p -> expressions.paths().typeOf(p) == PrimitiveType.ANY)
                .map(p -> flow.narrow(p, type))
                .orElse(flow);
    }
}
