package org.bluescript.language.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Narrows by calls of functions that say what their argument is: those of the program with a result {@code x is T}, and
 * {@code Array.isArray(x)}. What the program's functions say is checked when they say yes, so that nothing depends on their being right.
 */
final class Guards {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;
    private final Map<Expression.Call, Callee> called = new IdentityHashMap<>();

    private record Callee(FunctionNode node, TypeResolver types) {}

    Guards(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    /** The call turned out to be of this function. */
    void note(Expression.Call call, FunctionSymbol function) {
        if (isGuard(function.node())) {
            called.put(call, new Callee(function.node(), new TypeResolver(round, function.module(), function.around())));
        }
    }

    /** The call turned out to be of what this variable holds. */
    void note(Expression.Call call, VariableSymbol variable) {
        boolean isFunction = variable.isConstant()
                && variable.initializer().filter(Expression.Function.class::isInstance).isPresent();
        if (isFunction) {
            FunctionNode node = ((Expression.Function) variable.initializer().get()).function();
            if (isGuard(node)) {
                called.put(call, new Callee(node, typesOf(variable)));
            }
        }
    }

    private static boolean isGuard(FunctionNode node) {
        return node.result().filter(TypeNode.Guard.class::isInstance).isPresent();
    }

    /**
     * What a function says of its first argument, of type {@code known}, by giving true: one that is written there or named, with a
     * result {@code x is T}, or of the form {@code x => x != null}. Nothing if that is nothing new.
     */
    Optional<Type> saidBy(Expression function, Type known) {
        return switch (function) {
            case Expression.Function f -> saidBy(f.function(), body.types(), known);
            case Expression.Identifier name -> body.scope().find(name.name()).flatMap(symbol -> switch (symbol) {
                case FunctionSymbol s when s.generic().isEmpty() ->
                    saidBy(s.node(), new TypeResolver(round, s.module(), s.around()), known);
                case VariableSymbol s when s.isConstant() && s.initializer().orElse(null) instanceof Expression.Function f ->
                    saidBy(f.function(), typesOf(s), known);
                default -> Optional.empty();
            });
            default -> Optional.empty();
        };
    }

    private Optional<Type> saidBy(FunctionNode node, TypeResolver types, Type known) {
        if (node.parameters().isEmpty()) {
            return Optional.empty();
        }
        String parameter = node.parameters().getFirst().name().text();
        if (isGuard(node)) {
            TypeNode.Guard guard = (TypeNode.Guard) node.result().orElseThrow();
            return guard.parameter().text().equals(parameter)
                    ? Optional.of(round.onTrial(() -> types.resolve(guard.type())))
                            .filter(t -> !Assignability.isUnknown(t))
                            .flatMap(t -> whenTrue(known, t))
                    : Optional.empty();
        }
        return isNullTest(node, parameter) && Assignability.isNullable(known) && known != PrimitiveType.NULL
                ? Optional.of(Assignability.withoutNull(known))
                : Optional.empty();
    }

    private static boolean isNullTest(FunctionNode node, String parameter) {
        return node.expressionBody()
                && node.body().statements().getFirst() instanceof Statement.Return result
                && result.value().orElse(null) instanceof Expression.Binary test
                && test.operator() == BinaryOperator.NOT_EQUAL
                && test.left() instanceof Expression.Identifier tested
                && tested.name().equals(parameter)
                && test.right() instanceof Expression.NullLiteral;
    }

    private TypeResolver typesOf(VariableSymbol variable) {
        return variable.isGlobal()
                ? new TypeResolver(round, variable.global().module(), variable.global().module().scope())
                : body.types();
    }

    /** What the call says, besides what {@code plain} does: its value, and what its truth means. */
    Branch refined(Expression.Call call, Branch plain) {
        Callee callee = called.remove(call);
        if (Nodes.isUnknown(plain.value())) {
            return plain;
        }
        if (isArrayTest(call)) {
            return ofArrays(call.arguments().getFirst(), plain);
        }
        return callee == null ? plain : refined(call, callee, plain);
    }

    private Branch refined(Expression.Call call, Callee callee, Branch plain) {
        TypeNode.Guard guard = (TypeNode.Guard) callee.node().result().orElseThrow();
        int index = callee.node().parameters().stream()
                .map(p -> p.name().text())
                .toList()
                .indexOf(guard.parameter().text());
        if (index < 0 || index >= call.arguments().size()) {
            return plain;
        }
        Expression argument = call.arguments().get(index);
        Type wanted = round.onTrial(() -> callee.types().resolve(guard.type()));
        Optional<Path> path = expressions.paths().findNarrowable(argument);
        if (path.isEmpty() || Assignability.isUnknown(wanted)) {
            return plain;
        }
        Type known = expressions.paths().typeOf(path.get());
        Optional<Type> positive = whenTrue(known, wanted);
        Flow whenFalse = whenFalse(known, wanted)
                .map(t -> plain.whenFalse().narrow(path.get(), t))
                .orElse(plain.whenFalse());
        if (positive.isEmpty()) {
            return new Branch(plain.value(), plain.whenTrue(), whenFalse);
        }
        TypedExpression value = verified(call.span(), plain.value(), argument, positive.get());
        return new Branch(value, plain.whenTrue().narrow(path.get(), positive.get()), whenFalse);
    }

    /** What is known of a value that is a {@code wanted}; nothing if that is nothing new. */
    private Optional<Type> whenTrue(Type known, Type wanted) {
        Optional<Type> members = known == PrimitiveType.ANY
                ? Optional.empty()
                : Unions.filter(known, m -> m != PrimitiveType.NULL && round.assignability().isSameForm(m, wanted));
        return members.or(() -> round.assignability().isAssignable(wanted, known) ? Optional.of(wanted) : Optional.empty())
                .filter(t -> !t.equals(known));
    }

    private Optional<Type> whenFalse(Type known, Type wanted) {
        return known == PrimitiveType.ANY
                ? Optional.empty()
                : Unions.filter(known, m -> !round.assignability().isSameForm(m, wanted)).filter(t -> !t.equals(known));
    }

    /** The answer, after a check of the value if it is yes. */
    TypedExpression verified(Span span, TypedExpression answer, Expression argument, Type narrowed) {
        Flow flow = body.flow();
        TypedExpression word = Coercion.convert(expressions.value(argument, PrimitiveType.NEVER), PrimitiveType.ANY);
        body.setFlow(flow);
        TypedExpression checked = AnyConversions.fromAny(word, narrowed);
        TypedExpression yes = new TypedExpression.Let(
                span,
                List.of(new TypedExpression.Temporary(new Local("checked", checked.type()), checked)),
                Nodes.bool(span, true));
        return new TypedExpression.Conditional(
                span, Nodes.truth(answer), yes, Nodes.bool(span, false), PrimitiveType.BOOLEAN);
    }

    private boolean isArrayTest(Expression.Call call) {
        return call.arguments().size() == 1
                && call.callee() instanceof Expression.Member m
                && m.name().text().equals("isArray")
                && expressions.members().namespaces().symbolOf(m.object())
                        .filter(s -> s instanceof BuiltinSymbol b && b.name().equals("Array"))
                        .isPresent();
    }

    private Branch ofArrays(Expression argument, Branch plain) {
        Optional<Path> path = expressions.paths().findNarrowable(argument);
        if (path.isEmpty()) {
            return plain;
        }
        Type known = expressions.paths().typeOf(path.get());
        if (known == PrimitiveType.ANY) {
            Type any = new ArrayType(PrimitiveType.ANY);
            return new Branch(plain.value(), plain.whenTrue().narrow(path.get(), any), plain.whenFalse());
        }
        return new Branch(
                plain.value(),
                Unions.filter(known, ArrayType.class::isInstance)
                        .filter(t -> !t.equals(known))
                        .map(t -> plain.whenTrue().narrow(path.get(), t))
                        .orElse(plain.whenTrue()),
                Unions.filter(known, t -> !(t instanceof ArrayType))
                        .filter(t -> !t.equals(known))
                        .map(t -> plain.whenFalse().narrow(path.get(), t))
                        .orElse(plain.whenFalse()));
    }
}
