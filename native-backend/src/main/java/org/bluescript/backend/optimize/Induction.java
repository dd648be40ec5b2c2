package org.bluescript.backend.optimize;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;

/**
 * The counting of a loop: {@code variable} moves by {@code step} at the end of every iteration while it is below (or, if
 * {@code downward}, above) a limit that does not change.
 *
 * @param step an invariant; a downward loop subtracts it
 * @param inclusive whether the limit itself is reached
 */
record Induction(
        Variable variable, TypedExpression step, TypedExpression limit, boolean inclusive, boolean downward) {
    static Optional<Induction> of(TypedStatement.Loop loop, LoopFacts facts, Predicate<Variable> isPrivate) {
        if (!loop.testFirst() || loop.condition().isEmpty()) {
            return Optional.empty();
        }
        return comparison(loop.condition().get()).flatMap(test -> of(loop, test, facts, isPrivate));
    }

    /** The test that must hold for the body to run, perhaps among others. */
    private static Optional<TypedExpression.Compare> comparison(TypedExpression condition) {
        return switch (condition) {
            case TypedExpression.Compare c when c.domain() == TypedExpression.Compare.Domain.INTEGER -> Optional.of(c);
            case TypedExpression.Conditional and
            when and.whenFalse() instanceof TypedExpression.BooleanConstant no && !no.value() ->
                comparison(and.condition());
            default -> Optional.empty();
        };
    }

    private static Optional<Induction> of(
            TypedStatement.Loop loop, TypedExpression.Compare test, LoopFacts facts, Predicate<Variable> isPrivate) {
        if (!(test.left() instanceof TypedExpression.Read read)
                || !isPrivate.test(read.variable())
                || !facts.isInvariant(test.right())) {
            return Optional.empty();
        }
        boolean downward = test.operator() == ComparisonOperator.GREATER
                || test.operator() == ComparisonOperator.GREATER_EQUAL;
        boolean inclusive = test.operator() == ComparisonOperator.LESS_EQUAL
                || test.operator() == ComparisonOperator.GREATER_EQUAL;
        if (test.operator() == ComparisonOperator.EQUAL || test.operator() == ComparisonOperator.NOT_EQUAL) {
            return Optional.empty();
        }
        Variable variable = read.variable();
        return lastStatement(loop)
                .flatMap(s -> step(s, variable, downward))
                .filter(facts::isInvariant)
                .filter(s -> writes(loop, variable) == 1)
                .map(s -> new Induction(variable, s, test.right(), inclusive, downward));
    }

    /** What runs last in every iteration: the update of a for loop, or the end of the body if no continue skips it. */
    private static Optional<TypedStatement> lastStatement(TypedStatement.Loop loop) {
        List<TypedStatement> update =
                loop.update().stream().filter(s -> !(s instanceof TypedStatement.Recall)).toList();
        if (update.size() == 1) {
            return Optional.of(update.getFirst());
        }
        if (update.isEmpty()
                && loop.body() instanceof TypedStatement.Block block
                && !block.statements().isEmpty()
                && !continues(loop)) {
            return Optional.of(block.statements().getLast());
        }
        return Optional.empty();
    }

    private static boolean continues(TypedStatement.Loop loop) {
        boolean[] found = {false};
        TreeWalk.statements(loop.body(), s -> {
            if (s instanceof TypedStatement.Continue c && c.target() == loop.target()) {
                found[0] = true;
            }
        });
        return found[0];
    }

    private static Optional<TypedExpression> step(TypedStatement statement, Variable variable, boolean downward) {
        if (statement instanceof TypedStatement.Evaluate evaluate
                && evaluate.expression() instanceof TypedExpression.Write write
                && write.variable().equals(variable)
                && write.value() instanceof TypedExpression.Arithmetic sum
                && sum.operator() == (downward ? ArithmeticOperator.SUBTRACT : ArithmeticOperator.ADD)
                && sum.left() instanceof TypedExpression.Read read
                && read.variable().equals(variable)) {
            return Optional.of(sum.right());
        }
        return Optional.empty();
    }

    private static int writes(TypedStatement.Loop loop, Variable variable) {
        int[] count = {0};
        List<TypedStatement> parts = List.of(new TypedStatement.Block(loop.span(), loop.update()), loop.body());
        parts.forEach(part -> {
            TreeWalk.expressions(part, e -> {
                if (e instanceof TypedExpression.Write w && w.variable().equals(variable)) {
                    count[0]++;
                }
            });
        });
        return count[0];
    }
}
