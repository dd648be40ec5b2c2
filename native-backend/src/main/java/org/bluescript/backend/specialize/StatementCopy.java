package org.bluescript.backend.specialize;

import java.util.IdentityHashMap;
import java.util.Map;

import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.TypedStatement.Target;

/**
 * Makes copies of statements that can stand beside the originals in one function: their labels are others. The expressions are the same.
 * Jumps out of what is copied go where the copy around it says.
 */
class StatementCopy extends StatementMap {
    private final StatementCopy around;
    private final Map<TypedStatement, TypedStatement> originals;
    /** Where a break of a target goes, and a continue of one that stands for a break of another. */
    private final Map<Target, Target> breaks = new IdentityHashMap<>();

    private final Map<Target, Target> continues = new IdentityHashMap<>();

    /**
     * @param around the copy that this one stands in, or null
     * @param originals gets the original of each statement that is made
     */
    StatementCopy(StatementCopy around, Map<TypedStatement, TypedStatement> originals) {
        this.around = around;
        this.originals = originals;
    }

    /** A label in place of what is left by breaks of the target. */
    Target label(Target target) {
        return breaks.computeIfAbsent(target, t -> new Target());
    }

    /** A label whose breaks stand in place of the target's continues. */
    Target turn(Target target) {
        return continues.computeIfAbsent(target, t -> new Target());
    }

    @Override
    TypedStatement map(TypedStatement statement) {
        TypedStatement copy = switch (statement) {
            case TypedStatement.Break s -> new TypedStatement.Break(s.span(), left(s.target()));
            case TypedStatement.Continue s -> continued(s);
            case TypedStatement.Labeled s -> new TypedStatement.Labeled(s.span(), label(s.target()), map(s.body()));
            case TypedStatement.Switch s ->
                new TypedStatement.Switch(
                        s.span(), label(s.target()), s.subject(), s.cases().stream().map(this::map).toList());
            default -> super.map(statement);
        };
        originals.putIfAbsent(copy, original(statement));
        return copy;
    }

    @Override
    TypedStatement loop(TypedStatement.Loop s) {
        return new TypedStatement.Loop(
                s.span(), label(s.target()), s.condition(), s.testFirst(), map(s.body()), map(s.update()));
    }

    private TypedStatement original(TypedStatement statement) {
        return originals.getOrDefault(statement, statement);
    }

    private Target left(Target target) {
        Target here = breaks.get(target);
        return here != null ? here : around != null ? around.left(target) : target;
    }

    private TypedStatement continued(TypedStatement.Continue s) {
        Target turn = continues.get(s.target());
        Target loop = breaks.get(s.target());
        if (turn != null) {
            return new TypedStatement.Break(s.span(), turn);
        }
        return loop != null || around == null
                ? new TypedStatement.Continue(s.span(), loop != null ? loop : s.target())
                : around.continued(s);
    }
}
