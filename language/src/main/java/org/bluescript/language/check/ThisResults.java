package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/**
 * Methods that give the object whose methods they are, as in {@code new Text().add("a").add("b")}: they declare the result
 * {@code this}, or return nothing but {@code this}. Their calls have the type of that object, which may be of a subclass.
 */
final class ThisResults {
    private ThisResults() {}

    /** The call of the method, which has the type of the receiver if the method gives it. */
    static TypedExpression asReceiver(Round round, TypedExpression call, FunctionSymbol method, Type receiver) {
        boolean isNarrower = call.type() instanceof ClassType given
                && receiver instanceof ClassType wanted
                && !given.equals(wanted)
                && round.assignability().isSubclass(wanted, given);
        if (!isNarrower || Nodes.isUnknown(call) || !isGiven(method)) {
            return call;
        }
        // Who overrides a method that only happens to give this may give something else.
        return Nodes.convert(call, isDeclared(method) ? Conversion.REINTERPRET : Conversion.DOWNCAST, receiver);
    }

    /** Whether the method says that it gives this. */
    static boolean isDeclared(FunctionSymbol method) {
        return method.node().result().filter(TypeNode.This.class::isInstance).isPresent();
    }

    /** Whether the method gives this. */
    static boolean isGiven(FunctionSymbol method) {
        return isDeclared(method) || method.node().result().isEmpty() && returnsOnlyThis(method, new HashSet<>());
    }

    /** The values that a method with the result {@code this} returns though they are something else, as far as the text tells. */
    static List<Expression> otherValues(FunctionSymbol method) {
        return returned(method.node().body()).stream()
                .filter(e -> !isThis(e, method, new HashSet<>(Set.of(method.name()))))
                .toList();
    }

    private static boolean returnsOnlyThis(FunctionSymbol method, Set<String> seen) {
        List<Expression> values = returned(method.node().body());
        return seen.add(method.name()) && !values.isEmpty() && values.stream().allMatch(e -> isThis(e, method, seen));
    }

    /** Whether the expression is {@code this}, or the call of a method of it that gives this. */
    private static boolean isThis(Expression value, FunctionSymbol method, Set<String> seen) {
        if (value instanceof Expression.This) {
            return true;
        }
        if (!(value instanceof Expression.Call call) || !(call.callee() instanceof Expression.Member callee)) {
            return false;
        }
        boolean isOfSuper = callee.object() instanceof Expression.Super;
        if (!isOfSuper && !isThis(callee.object(), method, seen)) {
            return false;
        }
        Optional<ClassSymbol> owner = isOfSuper ? method.owner().flatMap(ClassSymbol::superclass) : method.owner();
        return owner.flatMap(o -> o.findMethod(callee.name().text()))
                .filter(m -> isDeclared(m) || m.node().result().isEmpty() && returnsOnlyThis(m, seen))
                .isPresent();
    }

    /** What the statements return, without those of functions among them; of {@code return} alone null. */
    private static List<Expression> returned(Statement statement) {
        List<Expression> result = new ArrayList<>();
        collect(statement, result);
        return result;
    }

    private static void collect(Statement statement, List<Expression> to) {
        switch (statement) {
            case Statement.Return s -> to.add(s.value().orElseGet(() -> new Expression.NullLiteral(s.span())));
            case Statement.Block s -> s.statements().forEach(x -> collect(x, to));
            case Statement.If s -> Stream.concat(Stream.of(s.whenTrue()), s.whenFalse().stream()).forEach(x -> collect(x, to));
            case Statement.While s -> collect(s.body(), to);
            case Statement.DoWhile s -> collect(s.body(), to);
            case Statement.For s -> collect(s.body(), to);
            case Statement.ForOf s -> collect(s.body(), to);
            case Statement.Labeled s -> collect(s.body(), to);
            case Statement.Switch s -> s.cases().forEach(c -> c.body().forEach(x -> collect(x, to)));
            case Statement.Try s -> {
                collect(s.body(), to);
                s.handler().ifPresent(h -> collect(h.body(), to));
                s.last().ifPresent(b -> collect(b, to));
            }
            default -> {}
        }
    }
}
