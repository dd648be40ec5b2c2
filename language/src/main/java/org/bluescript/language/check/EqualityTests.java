package org.bluescript.language.check;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * What it says of an expression that it is equal to a value, or not: {@code x == null}, {@code x == "a"}, {@code x.kind == "a"} and
 * {@code typeof x == "string"}, in conditions and as cases of a {@code switch}.
 */
final class EqualityTests {
    private final ExpressionChecker expressions;
    private final Round round;
    private final Discriminants discriminants;
    private final TypeNameTests names;

    EqualityTests(FunctionBody body) {
        this.expressions = body.expressions();
        this.round = body.round();
        this.discriminants = new Discriminants(body);
        this.names = new TypeNameTests(expressions);
    }

    /** What is certain besides {@code flow} where the expression, whose value is {@code tested}, is equal to the value. */
    Flow whenEqual(Expression written, TypedExpression tested, TypedExpression value, Flow flow) {
        Flow more = holdsNull(value.type()) ? flow : expressions.conditions().notNull(written, flow);
        if (!Nodes.isUnknown(value) && !Nodes.isUnknown(tested)) {
            more = keep(written, more, value.type());
        }
        return names.narrow(written, value, discriminants.narrow(written, value, more, true), true);
    }

    /** The same where it is different. */
    Flow whenDifferent(Expression written, TypedExpression value, Flow flow) {
        return whenDifferentIfAny(written, value, flow).orElse(flow);
    }

    /** The same; nothing if the expression can have no other value. */
    Optional<Flow> whenDifferentIfAny(Expression written, TypedExpression value, Flow flow) {
        Flow more = value.type() == PrimitiveType.NULL ? expressions.conditions().notNull(written, flow) : flow;
        return discriminants
                .narrowIfPossible(written, value, more, false)
                .flatMap(f -> names.narrowIfPossible(written, value, f, false));
    }

    /** Of the types that a variable can have, those remain that a value of type {@code other} can be equal to. */
    private Flow keep(Expression written, Flow flow, Type other) {
        Optional<Path> path = expressions.paths().findNarrowable(written);
        if (path.isEmpty() || other == PrimitiveType.ANY) {
            return flow;
        }
        Type known = flow.narrowed().getOrDefault(path.get(), expressions.paths().declaredType(path.get()));
        return Unions.filter(known, m -> mayBeEqual(round, m, other))
                .filter(t -> !t.equals(known))
                .map(t -> flow.narrow(path.get(), t))
                .orElse(flow);
    }

    /** Whether some value of the one type is equal to some value of the other. */
    static boolean mayBeEqual(Round round, Type a, Type b) {
        return Unions.membersOf(a).stream().anyMatch(x -> Unions.membersOf(b).stream().anyMatch(y -> mayOneBeEqual(round, x, y)));
    }

    private static boolean mayOneBeEqual(Round round, Type a, Type b) {
        if (a == PrimitiveType.ANY || b == PrimitiveType.ANY || a.equals(b)) {
            return true;
        }
        boolean areObjects = (a instanceof ClassType || a instanceof InterfaceType)
                && (b instanceof ClassType || b instanceof InterfaceType);
        return areObjects && (a instanceof InterfaceType || b instanceof InterfaceType)
                || round.assignability().isAssignable(a, b)
                || round.assignability().isAssignable(b, a);
    }

    private static boolean holdsNull(Type type) {
        return Assignability.isUnknown(type) || Assignability.mayBeNull(type);
    }
}
