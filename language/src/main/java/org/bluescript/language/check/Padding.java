package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Makes functions that stand for declared ones where these take fewer arguments than are given. For each function and type there
 * is one, so that it is the same value wherever it is made.
 */
final class Padding {
    private final Round round;

    Padding(Round round) {
        this.round = round;
    }

    /** The value as a function of the type that is wanted, if it is a declared function that only takes fewer arguments. */
    Optional<TypedExpression> of(TypedExpression value, Type target) {
        return value instanceof TypedExpression.FunctionReference f
                        && f.type() instanceof FunctionType found
                        && Assignability.withoutNull(target) instanceof FunctionType wanted
                        && isShorter(found, wanted)
                ? Optional.of(padded(f, found, wanted))
                : Optional.empty();
    }

    private boolean isShorter(FunctionType found, FunctionType wanted) {
        boolean givesEnough = wanted.result() == PrimitiveType.VOID || isSame(found.result(), wanted.result());
        return found.fixed() < wanted.fixed()
                && !found.hasRest()
                && givesEnough
                && new Adaptation(wanted, found).isPossible(this::isSame);
    }

    /** Whether nothing must be converted. */
    private boolean isSame(Type from, Type to) {
        return from.representation() == to.representation() && round.assignability().isAssignable(from, to);
    }

    private TypedExpression padded(TypedExpression.FunctionReference shorter, FunctionType found, FunctionType wanted) {
        Span span = shorter.span();
        FunctionId id = new FunctionId(
                shorter.function().module(), shorter.function().name() + " as " + wanted);
        List<Local> parameters = new ArrayList<>();
        List<TypedExpression> given = new ArrayList<>();
        for (Type type : wanted.passed()) {
            Local parameter = new Local("p" + parameters.size(), type);
            parameters.add(parameter);
            given.add(new TypedExpression.Read(span, parameter, type));
        }
        TypedExpression call = new TypedExpression.Call(
                span, shorter.function(), new Adaptation(wanted, found).passed(span, given), found.result());
        round.functions()
                .put(
                        id,
                        new TypedFunction(
                                id,
                                shorter.function().name(),
                                TypedFunction.Kind.CLOSURE,
                                parameters,
                                List.of(),
                                wanted.result(),
                                body(span, call, wanted.result()),
                                false,
                                span));
        return new TypedExpression.FunctionReference(span, id, wanted);
    }

    private static TypedStatement.Block body(Span span, TypedExpression call, Type result) {
        TypedStatement only = result == PrimitiveType.VOID
                ? new TypedStatement.Evaluate(span, call)
                : new TypedStatement.Return(span, Optional.of(call));
        return new TypedStatement.Block(span, List.of(only));
    }
}
