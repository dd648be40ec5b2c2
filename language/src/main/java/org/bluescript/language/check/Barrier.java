package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.ErrorClasses;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Compare.Domain;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.TypedStatement.Target;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The border around what a {@code finally} guards. Whatever wants to pass it, be it an error, a break, a continue or a return,
 * notes down in variables where it was going, and goes to the {@code finally} instead; behind that it goes on.
 */
final class Barrier {
    /** How control leaves. */
    enum Way {
        BREAK,
        CONTINUE,
        RETURN
    }

    /** Where control goes: {@code to} is absent for returns. */
    record Exit(Span span, Way way, Optional<Jumps.Landing> to) {
        private boolean isSame(Exit other) {
            return way == other.way && to.equals(other.to);
        }
    }

    /** An exit that was taken, and what is certain wherever it was. */
    private static final class Noted {
        private final Exit exit;
        private Flow flow;

        private Noted(Exit exit, Flow flow) {
            this.exit = exit;
            this.flow = flow;
        }
    }

    private static final int NORMAL = 0;
    private static final int ERROR = 1;
    private static final int FIRST_EXIT = 2;

    private final FunctionBody body;
    private final Target target = new Target();
    private final Local completion = new Local("completion", PrimitiveType.INTEGER);
    private final Local pending = new Local("pending", new NullableType(ErrorClasses.ERROR));
    private final List<Noted> noted = new ArrayList<>();
    private Optional<Local> result = Optional.empty();

    Barrier(FunctionBody body) {
        this.body = body;
    }

    /** Takes the exit from the present place, as far as to here; {@code value} is what a return returns. */
    void pass(Exit exit, Optional<TypedExpression> value, List<TypedStatement> statements) {
        value.ifPresent(v -> keep(exit.span(), v, statements));
        statements.add(complete(exit.span(), FIRST_EXIT + note(exit)));
        statements.add(new TypedStatement.Break(exit.span(), target));
        body.setFlow(Flow.UNREACHABLE);
    }

    /** The variables, and {@code guarded} with all that passes the border caught. */
    List<TypedStatement> around(Span span, TypedStatement guarded) {
        List<TypedStatement> statements = new ArrayList<>();
        statements.add(new TypedStatement.Declare(span, completion, Nodes.integer(span, NORMAL)));
        statements.add(new TypedStatement.Declare(
                span, pending, new TypedExpression.NullConstant(span, PrimitiveType.NULL)));
        result.ifPresent(r -> statements.add(new TypedStatement.Declare(span, r, Nodes.zero(span, r.type()))));
        Local error = new Local("error", ErrorClasses.ERROR);
        TypedStatement handler = new TypedStatement.Block(
                span, List.of(write(span, pending, read(span, error, error.type())), complete(span, ERROR)));
        statements.add(new TypedStatement.Labeled(
                span, target, new TypedStatement.TryCatch(span, guarded, error, handler)));
        return statements;
    }

    /**
     * Behind the {@code finally}: all that came to the border goes on. The present flow is what is certain at the end of the
     * {@code finally}, {@code entry} what was at its beginning, {@code effects} what it does.
     *
     * @param after what is certain where the guarded statements end normally
     */
    List<TypedStatement> goOn(Span span, Flow after, Flow entry, LoopEffects effects) {
        Flow end = body.flow();
        List<TypedStatement> statements = new ArrayList<>();
        if (end.reachable()) {
            TypedStatement again = new TypedStatement.Throw(span, read(span, pending, ErrorClasses.ERROR));
            statements.add(when(span, ERROR, List.of(again)));
        }
        for (int i = 0; i < noted.size(); i++) {
            body.setFlow(through(noted.get(i).flow, entry, end, effects));
            if (body.flow().reachable()) {
                Exit exit = noted.get(i).exit;
                List<TypedStatement> jump = new ArrayList<>();
                Optional<TypedExpression> value =
                        exit.way() == Way.RETURN ? result.map(r -> read(exit.span(), r, r.type())) : Optional.empty();
                body.statements().jump(exit, value, jump);
                statements.add(when(exit.span(), FIRST_EXIT + i, jump));
            }
        }
        body.setFlow(through(after, entry, end, effects));
        return statements;
    }

    /** What is certain at the end of the {@code finally} for control that came with {@code before}. */
    private Flow through(Flow before, Flow entry, Flow end, LoopEffects effects) {
        if (!before.reachable() || !end.reachable()) {
            return Flow.UNREACHABLE;
        }
        Flow result = effects.applyTo(before, body.expressions().paths()::isChangedByCalls, body.round().knowledge()::isAccessor);
        for (Object variable : entry.unassigned()) {
            result = end.isUnassigned(variable) ? result : result.assign(variable);
        }
        for (var known : end.narrowed().entrySet()) {
            result = result.narrow(known.getKey(), known.getValue());
        }
        return result;
    }

    private int note(Exit exit) {
        for (int i = 0; i < noted.size(); i++) {
            if (noted.get(i).exit.isSame(exit)) {
                noted.get(i).flow = body.meet(noted.get(i).flow, body.flow());
                return i;
            }
        }
        noted.add(new Noted(exit, body.flow()));
        return noted.size() - 1;
    }

    private void keep(Span span, TypedExpression value, List<TypedStatement> statements) {
        if (body.returns().isInferred() && body.returns().wanted().isEmpty()) {
            // The variable needs a type that all returned values have.
            body.round().knowledge().requireAnotherRound();
        }
        Type type = body.returns().wanted().orElse(value.type());
        if (Nodes.isUnknown(value) || Assignability.isUnknown(type)) {
            return;
        }
        if (result.isEmpty()) {
            result = Optional.of(new Local("result", type));
        }
        statements.add(write(span, result.get(), value));
    }

    private TypedStatement when(Span span, int code, List<TypedStatement> statements) {
        TypedExpression test = new TypedExpression.Compare(
                span,
                ComparisonOperator.EQUAL,
                Domain.INTEGER,
                read(span, completion, completion.type()),
                Nodes.integer(span, code));
        return new TypedStatement.If(span, test, new TypedStatement.Block(span, statements), Optional.empty());
    }

    private TypedStatement complete(Span span, int code) {
        return write(span, completion, Nodes.integer(span, code));
    }

    private static TypedStatement write(Span span, Local local, TypedExpression value) {
        return new TypedStatement.Evaluate(span, new TypedExpression.Write(span, local, value));
    }

    private static TypedExpression read(Span span, Local local, Type type) {
        return new TypedExpression.Read(span, local, type);
    }
}
