package org.bluescript.language.interpreter;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.bluescript.language.nodes.BlockNode;
import org.bluescript.language.nodes.CountNode;
import org.bluescript.language.nodes.CountedConditionNode;
import org.bluescript.language.nodes.CountedSwitchNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.ObservedNode;
import org.bluescript.language.nodes.ObservedShapeNode;
import org.bluescript.language.nodes.StatementNode;
import org.bluescript.language.nodes.SwitchNode;
import org.bluescript.language.observation.Counter;
import org.bluescript.language.observation.ObservedFunction;
import org.bluescript.language.observation.ObservedWords;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Puts what observes a function into its nodes; nothing, if nobody wants to know. */
final class FunctionObserver {
    static final FunctionObserver NONE = new FunctionObserver(Optional.empty());

    private final Optional<ObservedFunction> function;

    private FunctionObserver(Optional<ObservedFunction> function) {
        this.function = function;
    }

    static FunctionObserver of(ObservedFunction function) {
        return new FunctionObserver(Optional.of(function));
    }

    /** What a function does when it is called. */
    List<StatementNode> entry() {
        return function.<List<StatementNode>>map(f -> List.of(new CountNode(f.calls()))).orElse(List.of());
    }

    ExpressionNode parameter(int index, Type type, ExpressionNode argument) {
        return function.isPresent() && isWord(type)
                ? ObservedNode.word(function.get().parameter(index), argument)
                : argument;
    }

    /** What notes how the arguments of a call go together. */
    List<StatementNode> shape(IntFunction<ExpressionNode> argument) {
        return function.flatMap(f -> f.shapes()
                        .<StatementNode>map(s -> new ObservedShapeNode(s, f.words().stream().map(argument::apply).toList())))
                .stream()
                .toList();
    }

    ExpressionNode result(Type type, ExpressionNode value) {
        return function.isPresent() && isWord(type) ? ObservedNode.word(function.get().result(), value) : value;
    }

    /** The node of an expression. */
    ExpressionNode value(TypedExpression expression, ExpressionNode node) {
        OptionalInt site = function.map(f -> f.sites().number(expression)).orElse(OptionalInt.empty());
        if (site.isEmpty()) {
            return node;
        }
        ObservedWords observed = function.orElseThrow().value(site.getAsInt());
        return isWord(expression.type()) ? ObservedNode.word(observed, node) : ObservedNode.reference(observed, node);
    }

    /** The body of a loop. */
    StatementNode turn(TypedStatement.Loop loop, StatementNode body) {
        return function.<StatementNode>map(f -> {
            StatementNode count = new CountNode(f.turns(f.sites().number(loop)));
            return new BlockNode(new StatementNode[] {count, body});
        }).orElse(body);
    }

    /** The condition of an {@code if} or of a conditional expression. */
    ExpressionNode condition(Object branch, ExpressionNode condition) {
        return arms(branch, 2)
                .<ExpressionNode>map(arms -> new CountedConditionNode(arms.get(0), arms.get(1), condition))
                .orElse(condition);
    }

    /** The node of a {@code switch}. */
    SwitchNode choice(TypedStatement.Switch s, ExpressionNode subject, StatementNode[] bodies) {
        return arms(s, s.cases().size() + 1)
                .<SwitchNode>map(arms -> new CountedSwitchNode(subject, s.cases(), bodies, arms))
                .orElseGet(() -> new SwitchNode(subject, s.cases(), bodies));
    }

    private Optional<List<Counter>> arms(Object branch, int count) {
        OptionalInt site = function.map(f -> f.sites().branch(branch)).orElse(OptionalInt.empty());
        return site.isPresent() ? function.map(f -> f.arms(site.getAsInt(), count)) : Optional.empty();
    }

    /** What counts the turns of a loop. */
    Optional<Counter> turns(TypedStatement.Loop loop) {
        return function.map(f -> f.turns(f.sites().number(loop)));
    }

    private static boolean isWord(Type type) {
        return type.representation() == Representation.WORD;
    }
}
