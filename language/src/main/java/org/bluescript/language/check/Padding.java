package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Makes functions that stand for others where functions of another type are wanted: where these take fewer arguments than are given
 * or further optional ones, or where arguments or the result must be converted. For each declared function and type there is one, so that it is the same
 * value wherever it is made; of any other function a new one is made each time.
 */
final class Padding {
    private final Round round;

    Padding(Round round) {
        this.round = round;
    }

    /** The value as a function of the type that is wanted, if it is a function of which such can be made. */
    Optional<TypedExpression> of(TypedExpression value, Type target) {
        boolean areFunctions = value.type() instanceof FunctionType
                && Assignability.withoutNull(target) instanceof FunctionType
                && !Assignability.isPartlyUnknown(value.type())
                && !Assignability.isPartlyUnknown(Assignability.withoutNull(target));
        if (!areFunctions) {
            return Optional.empty();
        }
        FunctionType found = (FunctionType) value.type();
        FunctionType wanted = (FunctionType) Assignability.withoutNull(target);
        if (!canStandFor(found, wanted)) {
            return Optional.empty();
        }
        return Optional.of(
                value instanceof TypedExpression.FunctionReference f
                        ? ofDeclared(f, found, wanted)
                        : ofClosure(value, found, wanted));
    }

    private boolean canStandFor(FunctionType found, FunctionType wanted) {
        boolean givesEnough = wanted.result() == PrimitiveType.VOID || mayBecome(found.result(), wanted.result());
        return givesEnough && new Adaptation(wanted, found).isPossible(this::mayBecome);
    }

    private boolean mayBecome(Type from, Type to) {
        return from != PrimitiveType.VOID && round.assignability().isAssignable(from, to);
    }

    private TypedExpression ofDeclared(
            TypedExpression.FunctionReference function, FunctionType found, FunctionType wanted) {
        Span span = function.span();
        FunctionId id = new FunctionId(
                function.function().module(), function.function().name() + " as " + wanted);
        TypedFunction known = round.functions().get(function.function());
        boolean isLiteral = known != null && known.kind() == TypedFunction.Kind.CLOSURE;
        add(id, isLiteral ? "(function)" : function.function().name(), span, List.of(), wanted, parameters -> {
            List<TypedExpression> passed = passed(span, parameters, found, wanted);
            return isLiteral
                    ? new TypedExpression.ClosureCall(span, function, passed, found.result())
                    : new TypedExpression.Call(span, function.function(), passed, found.result());
        });
        return new TypedExpression.FunctionReference(span, id, wanted);
    }

    private TypedExpression ofClosure(TypedExpression closure, FunctionType found, FunctionType wanted) {
        Span span = closure.span();
        FunctionId id = new FunctionId("", "(" + found + " as " + wanted + ")");
        Capture capture = new Capture(0, "function", found, false);
        add(id, "(function)", span, List.of(capture), wanted, parameters -> new TypedExpression.ClosureCall(
                span,
                new TypedExpression.Read(span, capture, found),
                passed(span, parameters, found, wanted),
                found.result()));
        FunctionId maker = new FunctionId("", "(making " + id.name() + ")");
        Local held = new Local("function", found);
        TypedExpression made = new TypedExpression.MakeClosure(span, id, List.of(held), wanted);
        TypedStatement give = new TypedStatement.Return(span, Optional.of(made));
        round.functions()
                .put(
                        maker,
                        new TypedFunction(
                                maker,
                                "(function)",
                                TypedFunction.Kind.FUNCTION,
                                List.of(held),
                                List.of(),
                                wanted,
                                new TypedStatement.Block(span, List.of(give)),
                                false,
                                span));
        return new TypedExpression.Call(span, maker, List.of(closure), wanted);
    }

    private static List<TypedExpression> passed(
            Span span, List<Local> parameters, FunctionType found, FunctionType wanted) {
        List<TypedExpression> given = parameters.stream()
                .<TypedExpression>map(p -> new TypedExpression.Read(span, p, p.type()))
                .toList();
        return new Adaptation(wanted, found).passed(span, given);
    }

    private void add(
            FunctionId id,
            String name,
            Span span,
            List<Capture> captures,
            FunctionType wanted,
            Function<List<Local>, TypedExpression> call) {
        List<Local> parameters = new ArrayList<>();
        wanted.passed().forEach(type -> parameters.add(new Local("p" + parameters.size(), type)));
        round.functions()
                .put(
                        id,
                        new TypedFunction(
                                id,
                                name,
                                TypedFunction.Kind.CLOSURE,
                                parameters,
                                captures,
                                wanted.result(),
                                body(span, call.apply(parameters), wanted.result()),
                                false,
                                span));
    }

    private static TypedStatement.Block body(Span span, TypedExpression call, Type result) {
        TypedStatement only = result == PrimitiveType.VOID
                ? new TypedStatement.Evaluate(span, call)
                : new TypedStatement.Return(span, Optional.of(Coercion.convert(call, result)));
        return new TypedStatement.Block(span, List.of(only));
    }
}
