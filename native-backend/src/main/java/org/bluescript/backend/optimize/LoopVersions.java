package org.bluescript.backend.optimize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.language.layout.ArrayClasses;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;

/**
 * Finds the loops of which it pays to emit two versions: one for the case that a condition holds on entry, which then need not
 * check certain indices, and the other for the rest. (Loop versioning for array bounds checks: Mikhailov, Mikheev, Fedoseev,
 * "Loop versioning for bounds-check elimination", and others.)
 *
 * <p>Only innermost loops are considered, so that code grows at most twofold, and only arrays whose length never changes.
 */
public final class LoopVersions {
    /** Loops of more expressions are left alone: their checks are a small part of their work. */
    private static final int GREATEST_LOOP = 400;

    private static final int MOST_GUARDS = 8;

    private final TypedProgram program;
    private final Predicate<Variable> isPrivate;

    /** {@code isPrivate} tells the variables that nothing but the statements of one function can read or write. */
    public LoopVersions(TypedProgram program, Predicate<Variable> isPrivate) {
        this.program = program;
        this.isPrivate = isPrivate;
    }

    /**
     * A loop worth two versions.
     *
     * @param variable moves from its value on entry
     * @param step by this invariant, which must be positive; a downward loop subtracts it
     * @param limit to this invariant
     * @param accesses the index of each is in range whenever it is evaluated, if it is in range for the variable's value on
     *     entry and for its last value
     */
    public record Versioned(
            Variable variable,
            TypedExpression step,
            TypedExpression limit,
            boolean inclusive,
            boolean downward,
            List<Access> accesses) {
        /** The accesses themselves, to be compared by identity. */
        public Set<TypedExpression> proven() {
            Set<TypedExpression> result = Collections.newSetFromMap(new IdentityHashMap<>());
            accesses.forEach(a -> result.addAll(a.expressions()));
            return result;
        }
    }

    /**
     * Reads and writes of {@code array[(factor + scale) * variable + constant + terms]}, or of indices from 0 to
     * {@code constant}.
     *
     * @param array an invariant
     * @param bounds what is known of its indices
     * @param scale an invariant that must not be negative; absent counts as 0
     */
    public record Access(
            List<TypedExpression> expressions,
            TypedExpression array,
            TypedExpression.Bounds bounds,
            long factor,
            Optional<TypedExpression> scale,
            long constant,
            List<TypedExpression> added,
            List<TypedExpression> subtracted) {
        private Access with(List<TypedExpression> more) {
            return new Access(more, array, bounds, factor, scale, constant, added, subtracted);
        }
    }

    /** The versioning of a loop; empty if it is not worth while or not possible. */
    public Optional<Versioned> of(TypedStatement.Loop loop) {
        LoopFacts facts = new LoopFacts(loop, isPrivate);
        if (facts.hasInlineCode() || facts.nodes() > GREATEST_LOOP || hasInner(loop) || hasEntry(loop)) {
            return Optional.empty();
        }
        return Induction.of(loop, facts, isPrivate).flatMap(induction -> {
            List<Access> accesses = accesses(loop, induction, facts);
            return accesses.isEmpty() || accesses.size() > MOST_GUARDS
                    ? Optional.empty()
                    : Optional.of(new Versioned(
                            induction.variable(),
                            induction.step(),
                            induction.limit(),
                            induction.inclusive(),
                            induction.downward(),
                            accesses));
        });
    }

    /** Whether the function may begin in the middle of the loop, where no condition would have been asked. */
    private static boolean hasEntry(TypedStatement.Loop loop) {
        boolean[] found = {false};
        TreeWalk.statements(loop, s -> found[0] |= s instanceof TypedStatement.Resume);
        return found[0];
    }

    private List<Access> accesses(TypedStatement.Loop loop, Induction induction, LoopFacts facts) {
        List<Access> result = new ArrayList<>();
        TreeWalk.expressions(loop.body(), e -> {
            switch (e) {
                case TypedExpression.ElementRead read when read.bounds().isChecked() ->
                    access(read, read.array(), read.index(), read.bounds(), induction, facts).ifPresent(a -> add(result, a));
                case TypedExpression.ElementWrite write when write.bounds().isChecked() ->
                    access(write, write.array(), write.index(), write.bounds(), induction, facts).ifPresent(a -> add(result, a));
                default -> {}
            }
        });
        return result;
    }

    private Optional<Access> access(
            TypedExpression expression,
            TypedExpression arrayOperand,
            TypedExpression index,
            TypedExpression.Bounds bounds,
            Induction induction,
            LoopFacts facts) {
        TypedExpression array = facts.resolve(arrayOperand);
        if (array.type() instanceof ArrayType a
                && (ArrayClasses.isGrowable(program, a) || a.mayBeView())) {
            return Optional.empty();
        }
        if (!facts.isInvariant(array)) {
            return Optional.empty();
        }
        OptionalInt greatest = Masked.greatest(facts.resolve(index));
        if (greatest.isPresent()) {
            return Optional.of(
                    new Access(
                            List.of(expression),
                            array,
                            bounds,
                            0,
                            Optional.empty(),
                            greatest.getAsInt(),
                            List.of(),
                            List.of()));
        }
        return Linear.of(index, induction.variable(), facts)
                .filter(l -> l.scale().isEmpty() || l.factor() >= 0)
                .map(l -> new Access(
                        List.of(expression),
                        array,
                        bounds,
                        l.factor(),
                        l.scale(),
                        l.constant(),
                        l.terms().stream().filter(t -> !t.negative()).map(Linear.Term::value).toList(),
                        l.terms().stream().filter(Linear.Term::negative).map(Linear.Term::value).toList()));
    }

    /** Accesses that need the same guard are one. */
    private static void add(List<Access> accesses, Access added) {
        for (int i = 0; i < accesses.size(); i++) {
            Access known = accesses.get(i);
            if (known.factor() == added.factor()
                    && known.constant() == added.constant()
                    && SameValue.of(known.array(), added.array())
                    && SameValue.of(known.scale().stream().toList(), added.scale().stream().toList())
                    && SameValue.of(known.added(), added.added())
                    && SameValue.of(known.subtracted(), added.subtracted())) {
                List<TypedExpression> both = new ArrayList<>(known.expressions());
                both.addAll(added.expressions());
                accesses.set(i, known.with(both));
                return;
            }
        }
        accesses.add(added);
    }

    /** Whether there is another loop in it, or a {@code try}, whose body is a function in C and exists only once. */
    private static boolean hasInner(TypedStatement.Loop loop) {
        boolean[] found = {false};
        TreeWalk.statements(
                loop.body(),
                s -> found[0] |= s instanceof TypedStatement.Loop || s instanceof TypedStatement.TryCatch);
        return found[0];
    }
}
