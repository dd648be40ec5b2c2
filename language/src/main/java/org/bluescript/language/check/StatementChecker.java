package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks statements and makes their typed trees. */
final class StatementChecker {
    private final FunctionBody body;
    private final Round round;
    private final Declarations declarations;
    private final Loops loops;
    private final Switches switches;
    private final Tries tries;

    StatementChecker(FunctionBody body) {
        this.body = body;
        this.round = body.round();
        this.declarations = new Declarations(body);
        this.loops = new Loops(body, this);
        this.switches = new Switches(body, this);
        this.tries = new Tries(body, this);
    }

    Declarations declarations() {
        return declarations;
    }

    /** The statements, whose declarations belong to the present scope. */
    List<TypedStatement> list(List<Statement> statements) {
        List<TypedStatement> result = new ArrayList<>(declarations.announce(statements));
        NestedFunctions functions = NestedFunctions.announce(body, statements, result);
        for (Statement statement : statements) {
            check(statement, result);
            functions.after(statement, result);
        }
        functions.finish();
        return result;
    }

    /** A statement as the body of another: with a scope of its own. */
    TypedStatement nested(Statement statement) {
        return body.inNewScope(() -> {
            List<Statement> statements =
                    statement instanceof Statement.Block block ? block.statements() : List.of(statement);
            return new TypedStatement.Block(statement.span(), list(statements));
        });
    }

    /** Adds what the statement becomes. */
    void check(Statement statement, List<TypedStatement> result) {
        switch (statement) {
            case Statement.Variables s -> s.declarators().forEach(d -> declarations.check(s, d, result));
            case Statement.ExpressionStatement s -> effect(s.expression(), result);
            case Statement.If s -> result.add(branching(s));
            case Statement.While s -> result.add(loops.check(s));
            case Statement.DoWhile s -> result.add(loops.check(s));
            case Statement.For s -> result.add(loops.check(s));
            case Statement.ForOf s -> result.add(loops.check(s));
            case Statement.Labeled s -> result.add(labeled(s));
            case Statement.Break s -> leave(s, result);
            case Statement.Continue s -> repeat(s, result);
            case Statement.Switch s -> result.add(switches.check(s));
            case Statement.Return s -> returning(s, result);
            case Statement.Throw s -> tries.checkThrow(s, result);
            case Statement.Try s -> result.add(tries.check(s));
            case Statement.Block s -> result.add(nested(s));
            case Statement.Empty s -> {}
            case Statement.InlineCode s -> new InlineCodeChecker(body).check(s).ifPresent(result::add);
            case Statement.TypeAlias s -> {}
            case Statement.FunctionDeclaration s -> {}
            case Statement.ClassDeclaration s -> onlyAtTopLevel(s.name().span(), "a class is declared", null);
            case Statement.InterfaceDeclaration s -> {}
            case Statement.EnumDeclaration s -> onlyAtTopLevel(s.name().span(), "an enum is declared", null);
            case Statement.ImportNames s -> onlyAtTopLevel(s.span(), "modules are imported", null);
            case Statement.ImportAll s -> onlyAtTopLevel(s.span(), "modules are imported", null);
            case Statement.Export s -> onlyAtTopLevel(s.span(), "names are exported", null);
        }
    }

    /** An expression as a statement; what it gives is dropped. */
    void effect(Expression expression, List<TypedStatement> result) {
        switch (expression) {
            case Expression.Logical e -> {
                Branch test = body.expressions().conditions().test(e.left());
                body.setFlow(e.isAnd() ? test.whenTrue() : test.whenFalse());
                TypedStatement right = effectBlock(e.right());
                body.meet(e.isAnd() ? test.whenFalse() : test.whenTrue());
                TypedExpression condition = e.isAnd() ? test.value() : Nodes.not(e.left().span(), test.value());
                result.add(new TypedStatement.If(e.span(), condition, right, Optional.empty()));
            }
            case Expression.Conditional e -> {
                Branch test = body.expressions().conditions().test(e.condition());
                body.setFlow(test.whenTrue());
                TypedStatement whenTrue = effectBlock(e.whenTrue());
                Flow afterTrue = body.flow();
                body.setFlow(test.whenFalse());
                TypedStatement whenFalse = effectBlock(e.whenFalse());
                body.meet(afterTrue);
                result.add(new TypedStatement.If(e.span(), test.value(), whenTrue, Optional.of(whenFalse)));
            }
            case Expression.Sequence e -> e.expressions().forEach(x -> effect(x, result));
            case Expression.Destructuring e -> new Destructurings(body, body.expressions()).effect(e, result);
            case Expression.OptionalChain e -> body.expressions().chains().effect(e, result);
            case Expression.Nullish e ->
                body.expressions().chains().effect(e, () -> effectBlock(e.right()), result);
            default -> result.add(
                    new TypedStatement.Evaluate(expression.span(), body.expressions().effect(expression)));
        }
    }

    private TypedStatement effectBlock(Expression expression) {
        List<TypedStatement> statements = new ArrayList<>();
        effect(expression, statements);
        return new TypedStatement.Block(expression.span(), statements);
    }

    private TypedStatement branching(Statement.If s) {
        Branch test = body.expressions().conditions().test(s.condition());
        body.setFlow(test.whenTrue());
        TypedStatement whenTrue = nested(s.whenTrue());
        Flow afterTrue = body.flow();
        body.setFlow(test.whenFalse());
        Optional<TypedStatement> whenFalse = s.whenFalse().map(this::nested);
        body.meet(afterTrue);
        return new TypedStatement.If(s.span(), test.value(), whenTrue, whenFalse);
    }

    private TypedStatement labeled(Statement.Labeled s) {
        String label = s.label().text();
        if (body.jumps().knowsLabel(label)) {
            round.error(s.label().span(), "the label \"" + label + "\" is already used around here");
        }
        boolean isLoop = innermost(s) instanceof Statement.While
                || innermost(s) instanceof Statement.DoWhile
                || innermost(s) instanceof Statement.For
                || innermost(s) instanceof Statement.ForOf;
        if (isLoop) {
            body.jumps().addLabel(label);
            return nested(s.body());
        }
        Jumps.Landing landing = body.jumps().enterLabeled(label);
        TypedStatement inner = nested(s.body());
        body.jumps().leave();
        body.meet(landing.afterBreak());
        return new TypedStatement.Labeled(s.span(), landing.target(), inner);
    }

    /** The statement that the label, or several in a row, stands before. */
    private static Statement innermost(Statement.Labeled s) {
        return s.body() instanceof Statement.Labeled inner ? innermost(inner) : s.body();
    }

    private void leave(Statement.Break s, List<TypedStatement> result) {
        Optional<Jumps.Landing> landing = body.jumps().breakTarget(s.label().map(Name::text));
        if (landing.isEmpty()) {
            reportJump(s.span(), s.label(), "break", "a loop or switch");
            return;
        }
        jump(new Barrier.Exit(s.span(), Barrier.Way.BREAK, landing), Optional.empty(), result);
    }

    private void repeat(Statement.Continue s, List<TypedStatement> result) {
        Optional<Jumps.Landing> landing = body.jumps().continueTarget(s.label().map(Name::text));
        if (landing.isEmpty()) {
            reportJump(s.span(), s.label(), "continue", "a loop");
            return;
        }
        jump(new Barrier.Exit(s.span(), Barrier.Way.CONTINUE, landing), Optional.empty(), result);
    }

    /** Leaves the present place, by way of the {@code finally} that is around it, if one is. */
    void jump(Barrier.Exit exit, Optional<TypedExpression> value, List<TypedStatement> result) {
        Optional<Barrier> barrier =
                exit.to().map(body.jumps()::barrierBefore).orElseGet(body.jumps()::barrier);
        if (barrier.isPresent()) {
            barrier.get().pass(exit, value, result);
            return;
        }
        switch (exit.way()) {
            case BREAK -> {
                result.add(new TypedStatement.Break(exit.span(), exit.to().orElseThrow().target()));
                body.jumps().breakTo(exit.to().get());
            }
            case CONTINUE -> {
                result.add(new TypedStatement.Continue(exit.span(), exit.to().orElseThrow().target()));
                body.jumps().continueTo(exit.to().get());
            }
            case RETURN -> {
                result.add(new TypedStatement.Return(exit.span(), value));
                body.leave();
            }
        }
    }

    private void leaveFunction(Statement.Return s, Optional<TypedExpression> value, List<TypedStatement> result) {
        jump(new Barrier.Exit(s.span(), Barrier.Way.RETURN, Optional.empty()), value, result);
    }

    private void reportJump(Span span, Optional<Name> label, String word, String where) {
        if (label.isEmpty()) {
            round.error(span, "\"" + word + "\" is only allowed in " + where);
            return;
        }
        boolean known = body.jumps().knowsLabel(label.get().text());
        round.error(
                label.get().span(),
                known
                        ? "\"" + label.get() + "\" is not the label of a loop"
                        : "no statement around here has the label \"" + label.get() + "\"");
    }

    private void returning(Statement.Return s, List<TypedStatement> result) {
        if (body.isTopLevel()) {
            round.error(s.span(), "\"return\" is only allowed in a function");
            s.value().ifPresent(v -> body.expressions().check(v, PrimitiveType.NEVER));
            return;
        }
        ReturnTypes returns = body.returns();
        Type wanted = returns.wanted().orElse(PrimitiveType.NEVER);
        if (wanted == PrimitiveType.VOID && body.dropsResult() && s.value().isPresent()) {
            returns.add(PrimitiveType.VOID, s.span(), round);
            effect(s.value().get(), result);
            result.add(new TypedStatement.Return(s.span(), Optional.empty()));
            body.leave();
            return;
        }
        Optional<TypedExpression> value = s.value().map(v -> body.expressions().check(v, wanted));
        Type given = value.map(TypedExpression::type).orElse(PrimitiveType.VOID);
        returns.add(given, s.value().map(Expression::span).orElse(s.span()), round);
        if (value.isEmpty()) {
            returnNothing(s, returns, result);
        } else if (given == PrimitiveType.VOID && (returns.isInferred() || wanted == PrimitiveType.VOID)) {
            result.add(new TypedStatement.Evaluate(s.span(), value.get()));
            leaveFunction(s, Optional.empty(), result);
        } else {
            leaveFunction(s, Optional.of(converted(s.value().get(), value.get())), result);
        }
    }

    private void returnNothing(Statement.Return s, ReturnTypes returns, List<TypedStatement> result) {
        Type wanted = returns.wanted().orElse(PrimitiveType.VOID);
        if (!returns.isInferred() && wanted != PrimitiveType.VOID && !Assignability.isUnknown(wanted)) {
            round.error(s.span(), "the result must be " + wanted + ", but nothing is returned here");
        }
        leaveFunction(s, Optional.empty(), result);
    }

    /** The returned value in the form of the function's result, as far as that is known. */
    private TypedExpression converted(Expression written, TypedExpression value) {
        Optional<Type> wanted = body.returns().wanted();
        if (wanted.isEmpty()) {
            return value;
        }
        if (body.returns().isInferred()) {
            return round.assignability().isAssignable(value.type(), wanted.get())
                    ? body.expressions().coercion().coerce(written, value, wanted.get(), "the result")
                    : value;
        }
        if (wanted.get() == PrimitiveType.VOID) {
            if (!Nodes.isUnknown(value)) {
                round.error(
                        written.span(),
                        body.isConstructor()
                                ? "a constructor returns nothing"
                                : "this function returns nothing, but a value is given here");
            }
            return Nodes.unknown(written.span());
        }
        if (value.type() == PrimitiveType.VOID) {
            round.error(written.span(), "this call gives no value");
            return Nodes.unknown(written.span());
        }
        return body.expressions().coercion().coerce(written, value, wanted.get(), "the result");
    }

    private void onlyAtTopLevel(Span span, String what, String help) {
        round.error(span, what + " only at the top level of a module", Optional.ofNullable(help));
    }
}
