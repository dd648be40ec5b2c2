package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Checks {@code "name" in x}: whether the object has a member of that name. The classes of the whole program that have one are
 * known when it is complete, see {@link Presences}.
 */
final class MemberTests {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    MemberTests(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    Branch test(Expression.In e) {
        TypedExpression object = expressions.value(e.object(), PrimitiveType.NEVER);
        Flow after = body.flow();
        if (!(e.name() instanceof Expression.StringLiteral name)) {
            round.error(
                    e.name().span(),
                    "what stands before \"in\" must be the name of a member, written as a string",
                    "to find values by names that are not known before, use a Map");
            return unknown(e, after);
        }
        if (Nodes.isUnknown(object)) {
            return unknown(e, after);
        }
        boolean isObject = Unions.membersOf(object.type()).stream().anyMatch(MemberTests::mayBeObject);
        if (!isObject) {
            round.error(e.object().span(), "a value of type " + object.type() + " has no members to ask for");
            return unknown(e, after);
        }
        TypedExpression test = new TypedExpression.Call(
                e.span(),
                round.presences().of(name.value()),
                List.of(Coercion.convert(object, PrimitiveType.ANY)),
                PrimitiveType.BOOLEAN);
        return narrowed(e, name.value(), test, after);
    }

    private static boolean mayBeObject(Type type) {
        return type == PrimitiveType.ANY
                || type instanceof ClassType
                || type instanceof InterfaceType
                || type instanceof ArrayType;
    }

    private static Branch unknown(Expression.In e, Flow after) {
        return new Branch(Nodes.unknown(e.span()), after, after);
    }

    /**
     * Of the types in a union, those that declare the member remain if it is there, which is then checked; those that must have it
     * are excluded if it is not.
     */
    private Branch narrowed(Expression.In e, String name, TypedExpression test, Flow after) {
        Optional<Path> path = expressions.paths().findNarrowable(e.object());
        Optional<Type> known = path.map(expressions.paths()::typeOf).filter(t -> t != PrimitiveType.ANY);
        if (known.isEmpty()) {
            return new Branch(test, after, after);
        }
        Optional<Type> with = Unions.filter(known.get(), t -> declares(t, name)).filter(t -> !t.equals(known.get()));
        Flow whenFalse = Unions.filter(known.get(), t -> !mustHave(t, name))
                .filter(t -> !t.equals(known.get()))
                .map(t -> after.narrow(path.get(), t))
                .orElse(after);
        if (with.isEmpty()) {
            return new Branch(test, after, whenFalse);
        }
        body.setFlow(after);
        TypedExpression verified = expressions.guards().verified(e.span(), test, e.object(), with.get());
        return new Branch(verified, after.narrow(path.get(), with.get()), whenFalse);
    }

    private boolean declares(Type type, String name) {
        return switch (type) {
            case InterfaceType t -> round.interfaceOf(t).find(name).isPresent();
            case ClassType t -> Presences.has(round.classOf(t), name);
            case ArrayType t -> Presences.isOfArrays(name);
            default -> false;
        };
    }

    private boolean mustHave(Type type, String name) {
        return type instanceof InterfaceType t
                ? round.interfaceOf(t).find(name).filter(m -> !m.isOptional()).isPresent()
                : declares(type, name);
    }
}
