package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;

/** Makes statements that are like others; this one keeps everything as it is. */
class StatementMap {
    TypedStatement map(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Evaluate s -> new TypedStatement.Evaluate(s.span(), map(s.expression()));
            case TypedStatement.Declare s -> new TypedStatement.Declare(s.span(), s.local(), map(s.value()));
            case TypedStatement.RenewCell s -> s;
            case TypedStatement.If s ->
                new TypedStatement.If(s.span(), map(s.condition()), map(s.whenTrue()), s.whenFalse().map(this::map));
            case TypedStatement.Loop s -> loop(s);
            case TypedStatement.Break s -> s;
            case TypedStatement.Continue s -> s;
            case TypedStatement.Labeled s -> new TypedStatement.Labeled(s.span(), s.target(), map(s.body()));
            case TypedStatement.Switch s ->
                new TypedStatement.Switch(
                        s.span(), s.target(), map(s.subject()), s.cases().stream().map(this::map).toList());
            case TypedStatement.Return s -> new TypedStatement.Return(s.span(), s.value().map(this::map));
            case TypedStatement.Throw s -> new TypedStatement.Throw(s.span(), map(s.error()));
            case TypedStatement.TryCatch s ->
                new TypedStatement.TryCatch(s.span(), map(s.body()), s.error(), map(s.handler()));
            case TypedStatement.Block s -> new TypedStatement.Block(s.span(), map(s.statements()));
            case TypedStatement.InlineCode s -> s;
            case TypedStatement.Resume s -> s;
            case TypedStatement.Recall s -> s;
        };
    }

    TypedStatement loop(TypedStatement.Loop s) {
        return new TypedStatement.Loop(
                s.span(), s.target(), test(s.condition()), s.testFirst(), map(s.body()), map(s.update()));
    }

    /** The condition of a loop. */
    Optional<TypedExpression> test(Optional<TypedExpression> condition) {
        return condition.map(this::map);
    }

    List<TypedStatement> map(List<TypedStatement> statements) {
        List<TypedStatement> result = new ArrayList<>();
        statements.forEach(s -> result.add(map(s)));
        return result;
    }

    TypedStatement.Case map(TypedStatement.Case c) {
        return new TypedStatement.Case(c.span(), c.values(), c.isDefault(), map(c.body()));
    }

    TypedExpression map(TypedExpression expression) {
        return expression;
    }
}
