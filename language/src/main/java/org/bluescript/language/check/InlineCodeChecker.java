package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;

/** Checks C in the program. Its gaps hold variables and properties of {@code this}, which the C code may also write. */
final class InlineCodeChecker {
    private final FunctionBody body;
    private final Round round;

    InlineCodeChecker(FunctionBody body) {
        this.body = body;
        this.round = body.round();
    }

    /** The statement; nothing if it belongs at file scope, where it has been put then. */
    Optional<TypedStatement> check(Statement.InlineCode s) {
        boolean atFileScope = body.isTopLevel() && body.scope() == body.module().scope();
        List<TypedExpression> gaps = new ArrayList<>();
        for (Expression expression : s.expressions()) {
            gaps.add(gap(expression));
        }
        List<TypedStatement.CodeText> texts = s.texts().stream()
                .map(t -> new TypedStatement.CodeText(t.span(), t.text()))
                .toList();
        TypedStatement.InlineCode code = new TypedStatement.InlineCode(s.span(), texts, gaps);
        if (atFileScope) {
            body.module().code().add(code);
            return Optional.empty();
        }
        body.bindToDevice();
        body.forgetAcrossCall();
        return Optional.of(code);
    }

    private TypedExpression gap(Expression expression) {
        return switch (expression) {
            case Expression.Identifier e when body.scope().find(e.name()).isEmpty() ->
                body.expressions().value(e, PrimitiveType.NEVER);
            case Expression.Identifier e
                when body.scope().find(e.name()).get() instanceof VariableSymbol v -> variable(e.span(), v);
            case Expression.Member e when e.object() instanceof Expression.This -> {
                TypedExpression read = body.expressions().value(e, PrimitiveType.NEVER);
                body.setFlow(body.flow().forget(p -> p.mentions(e.name().text())));
                yield read instanceof TypedExpression.FieldRead || Nodes.isUnknown(read) ? read : misfit(e);
            }
            default -> misfit(expression);
        };
    }

    private TypedExpression variable(Span span, VariableSymbol symbol) {
        if (!body.expressions().variables().isUsable(span, symbol) || Assignability.isUnknown(symbol.type())) {
            return Nodes.unknown(span);
        }
        if (!symbol.isConstant()) {
            // The C code may write it.
            symbol.declaration().ifPresent(d -> {
                round.knowledge().learn(d, Knowledge.Fact.ASSIGNED);
                if (body.expressions().variables().isElsewhere(symbol)) {
                    round.knowledge().learn(d, Knowledge.Fact.ASSIGNED_ELSEWHERE);
                }
            });
            body.expressions().variables().noteAssigned(symbol, PrimitiveType.NEVER);
        }
        return new TypedExpression.Read(span, body.variableFor(symbol), symbol.type());
    }

    private TypedExpression misfit(Expression expression) {
        round.error(
                expression.span(),
                "only a variable or a property of this may stand in C code",
                "put the value in a variable first");
        return Nodes.unknown(expression.span());
    }
}
