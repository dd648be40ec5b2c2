package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.Type;

/**
 * Finds which instance of a generic function or class a call means. Arguments that need no context are checked first; function
 * literals whose parameters have no types, and {@code []}, when the others have said what they can.
 */
final class GenericCalls {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    GenericCalls(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    /** The function that is called, which is an instance if {@code pattern} is generic; nothing if a mistake was reported. */
    Optional<FunctionSymbol> resolve(Expression.Call e, FunctionSymbol pattern, Type expected) {
        if (pattern.generic().isEmpty()) {
            if (e.typeArguments().isEmpty()) {
                return Optional.of(pattern);
            }
            round.error(e.callee().span(), "\"" + pattern.name() + "\" takes no type arguments");
            return Optional.empty();
        }
        Generic generic = pattern.generic().get();
        Optional<List<Type>> arguments = e.typeArguments().isEmpty()
                ? infer(e.span(), e.arguments(), pattern, pattern.name(), generic, pattern.declaredResult(), expected)
                : written(e, pattern.name(), generic);
        return arguments.flatMap(a -> round.instances().function(pattern, a, e.span()));
    }

    /** The instance of a generic class that is created. */
    Optional<ClassSymbol> resolve(Expression.New e, GenericClass generic, Type expected) {
        ClassSymbol pattern = round.instances().pattern(generic);
        Optional<FunctionSymbol> constructor = pattern.effectiveConstructor();
        Generic parameters = generic.generic(round);
        Inference inference = new Inference(round, parameters);
        inference.expect(pattern.type(), expected);
        constructor.ifPresent(c -> observe(e.arguments(), c.signature(), inference));
        return conclude(e.arguments(), inference, generic.name(), e.span())
                .flatMap(a -> round.instances().classOf(generic, a, e.span()));
    }

    private Optional<List<Type>> written(Expression.Call e, String name, Generic generic) {
        List<Type> types =
                e.typeArguments().stream().map((TypeNode t) -> body.types().resolve(t)).toList();
        return types.stream().anyMatch(Assignability::isUnknown)
                ? Optional.empty()
                : new TypeArguments(round).complete(generic, name, types, e.callee().span());
    }

    private Optional<List<Type>> infer(
            Span call,
            List<Expression> arguments,
            FunctionSymbol pattern,
            String name,
            Generic generic,
            Optional<Type> result,
            Type expected) {
        Inference inference = new Inference(round, generic);
        result.ifPresent(r -> inference.expect(r, expected));
        observe(arguments, pattern.signature(), inference);
        return conclude(arguments, inference, name, call);
    }

    private Optional<List<Type>> conclude(List<Expression> arguments, Inference inference, String name, Span call) {
        Optional<List<Type>> result = inference.conclude(name, call);
        if (result.isEmpty()) {
            arguments.forEach(a -> expressions.forget(a instanceof Expression.Spread s ? s.operand() : a));
        }
        return result;
    }

    private void observe(List<Expression> arguments, FunctionType pattern, Inference inference) {
        for (boolean late : List.of(false, true)) {
            for (int i = 0; i < arguments.size(); i++) {
                Expression argument = arguments.get(i);
                boolean isForRest = i >= pattern.fixed();
                if (needsContext(argument) == late && (!isForRest || pattern.hasRest())) {
                    Type wanted = pattern.parameters().get(isForRest ? pattern.fixed() : i);
                    boolean isElement = isForRest && !(argument instanceof Expression.Spread);
                    observe(argument, isElement ? Signatures.elementOf(wanted) : wanted, inference);
                }
            }
        }
    }

    private void observe(Expression argument, Type pattern, Inference inference) {
        Expression written = argument instanceof Expression.Spread s ? s.operand() : argument;
        TypedExpression value = expressions.value(written, inference.expectedFor(pattern, written.span()));
        expressions.remember(written, value);
        inference.observe(pattern, value.type());
    }

    private static boolean needsContext(Expression argument) {
        return switch (argument) {
            case Expression.Function f -> f.function().parameters().stream().anyMatch(p -> p.type().isEmpty());
            case Expression.ArrayLiteral a -> a.elements().isEmpty();
            default -> false;
        };
    }
}
