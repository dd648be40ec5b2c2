package org.bluescript.language.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.language.nodes.BlockNode;
import org.bluescript.language.nodes.BreakableNode;
import org.bluescript.language.nodes.ContinuableNode;
import org.bluescript.language.nodes.DeviceBoundNode;
import org.bluescript.language.nodes.EvaluateNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.IfNode;
import org.bluescript.language.nodes.JumpNode;
import org.bluescript.language.nodes.RepeatingLoopNode;
import org.bluescript.language.nodes.ReturnNode;
import org.bluescript.language.nodes.StatementNode;
import org.bluescript.language.nodes.ThrowNode;
import org.bluescript.language.nodes.TryCatchNode;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;

/** Translates the statements of one function. */
final class Statements {
    private final Expressions expressions;
    private final Variables variables;
    private final FunctionObserver observer;
    private final Handovers handovers;

    Statements(Expressions expressions, Variables variables, FunctionObserver observer, Handovers handovers) {
        this.expressions = expressions;
        this.variables = variables;
        this.observer = observer;
        this.handovers = handovers;
    }

    StatementNode translate(TypedStatement statement) {
        StatementNode node = translateUnplaced(statement);
        if (node.span() == null) { // a block of one statement is that statement
            node.span(statement.span());
        }
        if (stopsDebugger(statement)) {
            node.markAsStatement();
        }
        return node;
    }

    /** A module's statements, of which the last is an expression whose value is returned. */
    StatementNode translateReturning(TypedStatement.Block body, TypedExpression value) {
        List<TypedStatement> statements = new ArrayList<>(body.statements());
        TypedStatement last = statements.removeLast();
        statements.add(new TypedStatement.Return(last.span(), Optional.of(value)));
        return translate(new TypedStatement.Block(body.span(), statements));
    }

    /** Statements that consist of others are entered through their conditions. */
    private static boolean stopsDebugger(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Evaluate s -> true;
            case TypedStatement.Declare s -> true;
            case TypedStatement.Break s -> true;
            case TypedStatement.Continue s -> true;
            case TypedStatement.Return s -> true;
            case TypedStatement.Throw s -> true;
            case TypedStatement.InlineCode s -> true;
            case TypedStatement.RenewCell s -> false;
            case TypedStatement.If s -> false;
            case TypedStatement.Loop s -> false;
            case TypedStatement.Labeled s -> false;
            case TypedStatement.Switch s -> false;
            case TypedStatement.TryCatch s -> false;
            case TypedStatement.Block s -> false;
            case TypedStatement.Resume s -> false;
            case TypedStatement.Recall s -> false;
        };
    }

    /** A condition or subject, at which a debugger stops. */
    private ExpressionNode entry(TypedExpression expression) {
        ExpressionNode node = expressions.translate(expression);
        node.markAsStatement();
        return node;
    }

    private StatementNode translateUnplaced(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Evaluate s ->
                EvaluateNode.of(s.expression().type(), expressions.translate(s.expression()));
            case TypedStatement.Declare s -> variables.declare(s.local(), expressions.translate(s.value()));
            case TypedStatement.RenewCell s -> variables.renew(s.local());
            case TypedStatement.If s ->
                new IfNode(
                        observer.condition(s, entry(s.condition())),
                        translate(s.whenTrue()),
                        s.whenFalse().map(this::translate).orElse(null));
            case TypedStatement.Loop s -> loop(s);
            case TypedStatement.Break s -> JumpNode.breakOf(s.target());
            case TypedStatement.Continue s -> JumpNode.continueOf(s.target());
            case TypedStatement.Labeled s -> new BreakableNode(s.target(), translate(s.body()));
            case TypedStatement.Switch s -> choose(s);
            case TypedStatement.Return s ->
                new ReturnNode(
                        s.value().map(TypedExpression::type).orElse(PrimitiveType.VOID),
                        s.value().map(v -> observer.result(v.type(), expressions.translate(v))).orElse(null));
            case TypedStatement.Throw s -> new ThrowNode(expressions.machine(), expressions.translate(s.error()));
            case TypedStatement.TryCatch s ->
                new TryCatchNode(
                        expressions.machine(),
                        translate(s.body()),
                        variables.slot(s.error()),
                        variables.receiveError(s.error()),
                        translate(s.handler()));
            case TypedStatement.Block s -> sequence(s.statements());
            case TypedStatement.InlineCode s -> new DeviceBoundNode("code");
            case TypedStatement.Resume s -> throw Expressions.specialised();
            case TypedStatement.Recall s -> throw Expressions.specialised();
        };
    }

    private StatementNode loop(TypedStatement.Loop s) {
        ExpressionNode condition = handovers.test(s, observer, s.condition().map(this::entry).orElse(null));
        StatementNode once = jumpsTo(s, false) ? new ContinuableNode(s.target(), translate(s.body())) : translate(s.body());
        StatementNode body = observer.turn(s, once);
        if (!s.update().isEmpty()) {
            List<StatementNode> turn = new ArrayList<>(List.of(body));
            s.update().forEach(u -> turn.add(translate(u)));
            body = new BlockNode(turn.toArray(StatementNode[]::new));
        }
        StatementNode loop = s.testFirst()
                ? RepeatingLoopNode.whileLoop(condition, body)
                : RepeatingLoopNode.doLoop(condition, body);
        return jumpsTo(s, true) ? new BreakableNode(s.target(), loop) : loop;
    }

    private static boolean jumpsTo(TypedStatement.Loop loop, boolean byBreak) {
        boolean[] found = {false};
        TreeWalk.statements(loop, s -> found[0] |= switch (s) {
            case TypedStatement.Break b -> byBreak && b.target() == loop.target();
            case TypedStatement.Continue c -> !byBreak && c.target() == loop.target();
            default -> false;
        });
        return found[0];
    }

    private StatementNode choose(TypedStatement.Switch s) {
        StatementNode[] bodies =
                s.cases().stream().map(c -> sequence(c.body())).toArray(StatementNode[]::new);
        return new BreakableNode(s.target(), observer.choice(s, entry(s.subject()), bodies));
    }

    /**
     * Statements in order. What follows an {@code if} that always returns is its other branch, so that the return needs no
     * exception where the sequence ends the function.
     */
    private StatementNode sequence(List<TypedStatement> statements) {
        List<StatementNode> nodes = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof TypedStatement.If s
                    && s.whenFalse().isEmpty()
                    && returns(s.whenTrue())
                    && i + 1 < statements.size()) {
                StatementNode rest = sequence(statements.subList(i + 1, statements.size()));
                StatementNode branch =
                        new IfNode(observer.condition(s, entry(s.condition())), translate(s.whenTrue()), rest);
                branch.span(s.span());
                nodes.add(branch);
                break;
            }
            nodes.add(translate(statements.get(i)));
        }
        return nodes.size() == 1 ? nodes.get(0) : new BlockNode(nodes.toArray(StatementNode[]::new));
    }

    private static boolean returns(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Return s -> true;
            case TypedStatement.Block s -> !s.statements().isEmpty() && returns(s.statements().getLast());
            case TypedStatement.If s -> returns(s.whenTrue()) && s.whenFalse()
                    .map(Statements::returns)
                    .orElse(false);
            default -> false;
        };
    }
}
