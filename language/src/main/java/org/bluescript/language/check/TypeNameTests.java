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
        return narrowIfPossible(written, value, flow, equal).orElse(flow);
    }

    /** As {@link #narrow}; nothing if no type is left, because all names have been asked for. */
    Optional<Flow> narrowIfPossible(Expression written, TypedExpression value, Flow flow, boolean equal) {
        boolean isTest = written instanceof Expression.Unary u && u.operator() == UnaryOperator.TYPEOF;
        if (!isTest || !(value instanceof TypedExpression.StringConstant name) || !flow.reachable()) {
            return Optional.of(flow);
        }
        Optional<Path> path = expressions.paths().findNarrowable(((Expression.Unary) written).operand());
        if (path.isEmpty()) {
            return Optional.of(flow);
        }
        Type declared = expressions.paths().declaredType(path.get());
        Type known = flow.narrowed().getOrDefault(path.get(), declared);
        if (known == PrimitiveType.ANY) {
            Optional<Type> named = Optional.ofNullable(TYPES.get(name.value())).filter(t -> equal);
            return Optional.of(named.map(t -> flow.narrow(path.get(), t)).orElse(flow));
        }
        if (!Unions.isUnion(declared) && !Unions.isUnion(known)) {
            return Optional.of(flow);
        }
        return Unions.filter(known, t -> Operators.typeName(t).equals(Optional.of(name.value())) == equal)
                .map(t -> t.equals(known) ? flow : flow.narrow(path.get(), t));
    }
}
