package org.bluescript.language.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Finds which instance of a generic function or class a call means. Arguments that need no context are checked first; function
 * literals whose parameters have no types, and {@code []}, when the others have said what they can.
 */
final class GenericCalls {
    /** Methods of the library whose type argument is that of their results. */
    private static final Set<String> RESULT_MAY_BE_WRITTEN = Set.of("map", "flatMap", "reduce");

    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;
    private final Map<Expression, Literal> literals = new IdentityHashMap<>();

    GenericCalls(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    /** The function that is called, which is an instance if {@code pattern} is generic; nothing if a mistake was reported. */
    Optional<FunctionSymbol> resolve(Expression.Call e, FunctionSymbol pattern, Type expected) {
        return resolve(e, pattern, pattern.name(), expected);
    }

    /** As {@link #resolve(Expression.Call, FunctionSymbol, Type)}, of a function that messages call {@code name}. */
    Optional<FunctionSymbol> resolve(Expression.Call e, FunctionSymbol pattern, String name, Type expected) {
        if (pattern.generic().isEmpty()) {
            return areNone(e, name) ? Optional.of(pattern) : Optional.empty();
        }
        return typeArguments(e, pattern.generic().get(), pattern.signature(), pattern.declaredResult(), name, expected)
                .flatMap(a -> round.instances().function(pattern, a, e.span()));
    }

    /** The type arguments with which a method of an interface is called, none if it is not generic; nothing if a mistake was reported. */
    Optional<List<Type>> resolve(Expression.Call e, ShapeMember method, Type expected) {
        if (method.generic().isEmpty()) {
            return areNone(e, method.name()) ? Optional.of(List.of()) : Optional.empty();
        }
        FunctionType signature = (FunctionType) method.type();
        return typeArguments(
                e, method.generic().get().parameters(), signature, Optional.of(signature.result()), method.name(), expected);
    }

    private boolean areNone(Expression.Call e, String name) {
        if (!e.typeArguments().isEmpty()) {
            round.error(e.callee().span(), "\"" + name + "\" takes no type arguments");
        }
        return e.typeArguments().isEmpty();
    }

    private Optional<List<Type>> typeArguments(
            Expression.Call e, Generic generic, FunctionType signature, Optional<Type> result, String name, Type expected) {
        return e.typeArguments().isEmpty()
                ? infer(new Inference(round, generic), e.span(), e.arguments(), signature, result, name, expected, 0)
                : written(e, name, generic);
    }

    /** As {@link #resolve}, of a method whose receiver is the first of its arguments. */
    Optional<FunctionSymbol> resolveMethod(
            Expression.Call e, List<Expression> written, FunctionSymbol pattern, String name, Type expected) {
        boolean saysResult = RESULT_MAY_BE_WRITTEN.contains(name)
                && e.typeArguments().size() == 1
                && pattern.generic().filter(g -> g.placeholders().size() == 2).isPresent();
        if (!saysResult && !areNone(e, name)) {
            return Optional.empty();
        }
        if (pattern.generic().isEmpty()) {
            return Optional.of(pattern);
        }
        Generic generic = pattern.generic().get();
        Inference inference = new Inference(round, generic);
        e.typeArguments().forEach(t -> inference.fix(generic.placeholders().getLast(), body.types().resolve(t)));
        return infer(inference, e.span(), written, pattern.signature(), pattern.declaredResult(), name, expected, 1)
                .flatMap(a -> round.instances().function(pattern, a, e.span()));
    }

    /** The instance of a generic class that is created. */
    Optional<ClassSymbol> resolve(Expression.New e, GenericClass generic, Type expected) {
        ClassSymbol pattern = round.instances().pattern(generic);
        Optional<FunctionSymbol> constructor = pattern.effectiveConstructor();
        Generic parameters = generic.generic(round);
        Inference inference = new Inference(round, parameters);
        inference.expect(pattern.type(), expected);
        constructor.ifPresent(c -> observe(e.arguments(), c.signature(), inference, generic.name(), 0));
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
            Inference inference,
            Span call,
            List<Expression> arguments,
            FunctionType signature,
            Optional<Type> result,
            String name,
            Type expected,
            int receivers) {
        result.ifPresent(r -> inference.expect(r, expected));
        observe(arguments, signature, inference, name, receivers);
        return conclude(arguments, inference, name, call);
    }

    private Optional<List<Type>> conclude(List<Expression> arguments, Inference inference, String name, Span call) {
        Optional<List<Type>> result = inference.conclude(name, call);
        revise(arguments, inference);
        if (result.isEmpty()) {
            arguments.forEach(a -> expressions.forget(a instanceof Expression.Spread s ? s.operand() : a));
        }
        return result;
    }

    private void observe(
            List<Expression> arguments, FunctionType pattern, Inference inference, String name, int receivers) {
        for (boolean late : List.of(false, true)) {
            for (int i = 0; i < arguments.size(); i++) {
                Expression argument = arguments.get(i);
                boolean isForRest = i >= pattern.fixed();
                if (isForRest && !pattern.hasRest()) {
                    continue;
                }
                Type wanted = pattern.parameters().get(isForRest ? pattern.fixed() : i);
                if (needsContext(argument, wanted) == late) {
                    boolean isElement = isForRest && !(argument instanceof Expression.Spread);
                    String what = "argument " + (i - receivers + 1) + " of \"" + name + "\"";
                    observe(argument, isElement ? Signatures.elementOf(wanted) : wanted, inference, what);
                }
            }
        }
    }

    private void observe(Expression argument, Type pattern, Inference inference, String what) {
        Expression written = argument instanceof Expression.Spread s ? s.operand() : argument;
        Type expected = inference.expectedFor(pattern, written.span());
        boolean findsResult = written instanceof Expression.Function
                && pattern instanceof FunctionType p
                && (round.instances().isPlaceholder(p.result()) || isUnknownArray(expected));
        if (findsResult) {
            FunctionType known = (FunctionType) expected;
            expected = new FunctionType(
                    known.parameters(), PrimitiveType.NEVER, known.required(), known.hasRest());
        }
        TypedExpression value = expressions.value(written, expected);
        expressions.remember(written, value);
        inference.observe(pattern, value.type());
        if (isOfOtherKind(pattern, value.type())) {
            round.error(
                    written.span(),
                    what + " must be " + inference.shown(pattern, written.span()) + ", not " + value.type());
            expressions.remember(written, Nodes.unknown(written.span()));
            inference.observe(pattern, PrimitiveType.NEVER);
            return;
        }
        if (findsResult && !Nodes.isUnknown(value)) {
            literals.put(written, new Literal(pattern, value.type()));
        }
    }

    /** Whether it is the type of a function that gives an array of whose elements nothing is known. */
    private static boolean isUnknownArray(Type function) {
        return function instanceof FunctionType f && Assignability.isOpenArray(f.result());
    }

    /** Whether an argument cannot be right, whatever the type arguments are. */
    private static boolean isOfOtherKind(Type pattern, Type given) {
        Type wanted = Assignability.withoutNull(pattern);
        Type of = Assignability.withoutNull(given);
        if (Assignability.isUnknown(of) || of == PrimitiveType.ANY || given == PrimitiveType.NULL) {
            return false;
        }
        return wanted instanceof FunctionType && !(of instanceof FunctionType)
                || wanted instanceof ArrayType && !(of instanceof ArrayType)
                || wanted instanceof FunctionType w
                        && w.result() instanceof ArrayType
                        && isOfOtherKind(w.result(), ((FunctionType) of).result());
    }

    /** A function literal that was checked before all was known. */
    private record Literal(Type pattern, Type found) {}

    /** Where a function literal turns out to be wanted for other types than it was checked for, it is checked again. */
    private void revise(List<Expression> arguments, Inference inference) {
        for (Expression argument : arguments) {
            Literal literal = literals.remove(argument);
            if (literal != null
                    && !round.assignability()
                            .isAssignable(literal.found(), inference.expectedFor(literal.pattern(), argument.span()))) {
                expressions.forget(argument);
            }
        }
    }

    private static boolean needsContext(Expression argument, Type wanted) {
        return switch (argument) {
            case Expression.Function f -> f.function().parameters().stream().anyMatch(p -> p.type().isEmpty())
                    || wanted instanceof FunctionType w
                            && f.function().parameters().size() < w.parameters().size();
            case Expression.ArrayLiteral a -> a.elements().isEmpty()
                    || a.elements().stream().anyMatch(x -> needsContext(x, Signatures.elementOf(wanted)));
            case Expression.ObjectLiteral o ->
                o.properties().stream().anyMatch(p -> needsContext(p.value(), PrimitiveType.NEVER));
            default -> false;
        };
    }
}
