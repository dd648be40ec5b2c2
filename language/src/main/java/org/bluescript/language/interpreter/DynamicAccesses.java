package org.bluescript.language.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.members.BuiltinMembers;
import org.bluescript.language.members.MemberAccess;
import org.bluescript.language.members.Operands;
import org.bluescript.language.members.Resolution;
import org.bluescript.language.nodes.EvaluateNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.LetNode;
import org.bluescript.language.nodes.LocalReadNode;
import org.bluescript.language.nodes.ResolvingNode;
import org.bluescript.language.nodes.StatementNode;
import org.bluescript.language.nodes.UnresolvedNode;
import org.bluescript.language.nodes.WrongCountNode;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;

/**
 * Translates uses of members of words, and calls of words. The words go to locals; what is done with them is translated for each
 * class when its first object comes along. That needs no further places in the frame.
 */
final class DynamicAccesses {
    private final HostMachine machine;
    private final Members members;
    private final Expressions expressions;
    private final FunctionFrame frame;
    private final Variables variables;
    private final boolean adapts;

    DynamicAccesses(TreeTranslator program, Expressions expressions, FunctionFrame frame, Variables variables) {
        this.machine = program.machine();
        this.members = program.members();
        this.expressions = expressions;
        this.frame = frame;
        this.variables = variables;
        this.adapts = !program.typed().adapters().isEmpty();
    }

    /** A read, a write, or a call by name. */
    ExpressionNode member(TypedExpression e) {
        MemberAccess access = MemberAccess.of(e).orElseThrow();
        List<StatementNode> declarations = new ArrayList<>();
        Operands operands = declare(e, declarations);
        boolean isWrite = access.kind() == MemberAccess.Kind.WRITE;
        ExpressionNode otherwise = BuiltinMembers.ofOthers(access, operands)
                .map(expressions::translate)
                .orElseGet(() -> placed(UnresolvedNode.member(machine, slot(operands, 0), access.name()), operands));
        Local function = new Local("f", PrimitiveType.ANY);
        if (access.kind() == MemberAccess.Kind.CALL) {
            frame.reserve(function);
        }
        return resolving(declarations, operands, otherwise, record -> {
            Resolution resolution = members.resolve(access, record, operands);
            return switch (resolution) {
                case Resolution.Means m when isWrite -> write(m.expression(), operands);
                case Resolution.CallOf c -> call(c.callee(), function, operands);
                default -> translate(resolution, operands);
            };
        });
    }

    ExpressionNode call(TypedExpression.DynamicCall e) {
        List<StatementNode> declarations = new ArrayList<>();
        Operands operands = declare(e, declarations);
        return call(declarations, operands);
    }

    /** A call of the word that {@code callee} gives, which is kept in {@code function}, with the arguments of an access. */
    private ExpressionNode call(TypedExpression callee, Local function, Operands access) {
        List<Local> words = new ArrayList<>(access.words());
        words.set(0, function);
        StatementNode declaration = variables.declare(function, expressions.translate(callee));
        return placed(call(List.of(declaration), new Operands(words, access.span())), access);
    }

    private ExpressionNode call(List<StatementNode> declarations, Operands operands) {
        ExpressionNode otherwise = placed(UnresolvedNode.call(machine, slot(operands, 0)), operands);
        return resolving(
                declarations,
                operands,
                otherwise,
                record -> translate(members.resolveCall(record, operands), operands));
    }

    private ExpressionNode resolving(
            List<StatementNode> declarations,
            Operands operands,
            ExpressionNode otherwise,
            IntFunction<ExpressionNode> meanings) {
        return new ResolvingNode(
                machine, declarations.toArray(StatementNode[]::new), slot(operands, 0), meanings, otherwise);
    }

    private Operands declare(TypedExpression e, List<StatementNode> declarations) {
        List<Local> words = new ArrayList<>();
        for (TypedExpression operand : TreeWalk.operands(e)) {
            Local word = new Local("w", PrimitiveType.ANY);
            if (adapts && !words.isEmpty()) {
                frame.reserveAdapted(word);
            }
            words.add(word);
            declarations.add(variables.declare(word, expressions.translate(operand)));
        }
        return new Operands(words, e.span());
    }

    /** The stored word is the value of a write. */
    private ExpressionNode write(TypedExpression write, Operands operands) {
        StatementNode effect = EvaluateNode.of(write.type(), expressions.translate(write));
        return new LetNode(new StatementNode[] {effect}, new LocalReadNode(slot(operands, 1)));
    }

    /** Null if nothing is meant. */
    private ExpressionNode translate(Resolution resolution, Operands operands) {
        return switch (resolution) {
            case Resolution.Means m -> expressions.translate(m.expression());
            case Resolution.WrongCount c ->
                placed(new WrongCountNode(machine, c.type(), operands.words().size() - 1), operands);
            case Resolution.CallOf c -> throw new IllegalStateException("a call of a call");
            case Resolution.Unknown u -> null;
        };
    }

    private static ExpressionNode placed(ExpressionNode error, Operands operands) {
        error.span(operands.span());
        return error;
    }

    private int slot(Operands operands, int index) {
        return frame.slot(operands.words().get(index));
    }
}
