package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ErrorClasses;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Checks {@code throw} and {@code try}. A {@code finally} becomes a handler for everything, with jumps before and after it: see
 * {@link Barrier}.
 */
final class Tries {
    private final FunctionBody body;
    private final StatementChecker statements;
    private final Round round;

    Tries(FunctionBody body, StatementChecker statements) {
        this.body = body;
        this.statements = statements;
        this.round = body.round();
    }

    void checkThrow(Statement.Throw s, List<TypedStatement> result) {
        TypedExpression value = body.expressions().value(s.value(), ErrorClasses.ERROR);
        Type type = value.type();
        if (!Nodes.isUnknown(value)) {
            TypedExpression error = round.assignability().isAssignable(type, ErrorClasses.ERROR)
                    ? body.expressions().coercion().coerce(s.value(), value, ErrorClasses.ERROR, "what is thrown")
                    : refused(s, type);
            if (!Nodes.isUnknown(error)) {
                result.add(new TypedStatement.Throw(s.span(), error));
            }
        }
        body.setFlow(Flow.UNREACHABLE);
    }

    private TypedExpression refused(Statement.Throw s, Type type) {
        String text = s.value().span().text();
        round.error(
                s.value().span(),
                "only an Error can be thrown, not " + TypeResolver.article(type.toString()),
                type == PrimitiveType.STRING && !text.contains("\n")
                        ? Optional.of("write throw new Error(" + text + ")")
                        : Optional.of("throw an instance of Error or of a class that extends it"));
        return Nodes.unknown(s.value().span());
    }

    TypedStatement check(Statement.Try s) {
        return s.last().isPresent() ? withLast(s, s.last().get()) : handled(s);
    }

    /** The guarded statements and their handler; the statements alone if there is none. */
    private TypedStatement handled(Statement.Try s) {
        Flow before = body.flow();
        TypedStatement guarded = statements.nested(s.body());
        if (s.handler().isEmpty()) {
            return guarded;
        }
        Flow after = body.flow();
        body.setFlow(anywhereIn(before, List.of(s.body())));
        Local error = new Local("error", ErrorClasses.ERROR);
        TypedStatement handler = handler(s.handler().get(), error);
        body.meet(after);
        return new TypedStatement.TryCatch(s.span(), guarded, error, handler);
    }

    private TypedStatement withLast(Statement.Try s, Statement.Block block) {
        Flow before = body.flow();
        Barrier barrier = body.jumps().enterGuarded();
        TypedStatement guarded = handled(s);
        body.jumps().leave();
        Flow after = body.flow();
        List<Statement> covered = new ArrayList<>(List.of(s.body()));
        s.handler().ifPresent(h -> covered.add(h.body()));
        Flow entry = anywhereIn(before, covered);
        body.setFlow(entry);
        TypedStatement last = statements.nested(block);
        List<TypedStatement> result = new ArrayList<>(barrier.around(s.span(), guarded));
        result.add(last);
        result.addAll(barrier.goOn(s.span(), after, entry, LoopEffects.of(List.of(), List.of(block))));
        return new TypedStatement.Block(s.span(), result);
    }

    /** What is certain wherever in the statements something is thrown, and where it is caught. */
    private Flow anywhereIn(Flow before, List<Statement> covered) {
        return LoopEffects.of(List.of(), covered).applyTo(before, body.expressions().paths()::isChangedByCalls, body.round().knowledge()::isAccessor);
    }

    private TypedStatement handler(Statement.Catch written, Local error) {
        return body.inNewScope(() -> {
            List<TypedStatement> result = new ArrayList<>();
            written.type().ifPresent(this::checkType);
            written.name().ifPresent(name -> declare(name, error, result));
            result.addAll(statements.list(written.body().statements()));
            return new TypedStatement.Block(written.body().span(), result);
        });
    }

    private void declare(Name name, Local error, List<TypedStatement> result) {
        Variables variables = body.expressions().variables();
        VariableSymbol symbol = VariableSymbol.local(name, false, body);
        Local local = variables.create(name, ErrorClasses.ERROR);
        symbol.declare(local);
        variables.declare(name, symbol);
        Span span = name.span();
        result.add(new TypedStatement.Declare(span, local, new TypedExpression.Read(span, error, error.type())));
    }

    /** TypeScript allows {@code any} and {@code unknown} here; what is caught is an {@code Error} in any case. */
    private void checkType(TypeNode written) {
        boolean isWide = written instanceof TypeNode.Named n
                && n.qualifier().isEmpty()
                && (n.name().text().equals("any") || n.name().text().equals("unknown"));
        if (isWide) {
            return;
        }
        Type type = body.types().resolve(written);
        if (!Assignability.isUnknown(type) && !type.equals(ErrorClasses.ERROR)) {
            round.error(
                    written.span(),
                    "what is caught is an Error, not always " + TypeResolver.article(type.toString()),
                    "leave the type out, and test with instanceof");
        }
    }
}
