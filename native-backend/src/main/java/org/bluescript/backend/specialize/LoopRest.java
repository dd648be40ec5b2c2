package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.TypedStatement.Target;

/**
 * What a function does from a test of one of its loops on, as statements of their own: the loop, the rest of the turns of the loops
 * around it, these loops themselves, and what follows, with the handlers of errors around it. Nothing jumps into a loop, so that
 * loops are as fast as anywhere.
 */
final class LoopRest {
    private final TypedStatement.Loop loop;
    private final List<TypedStatement> path;
    private final List<Local> visible = new ArrayList<>();
    private final Map<TypedStatement, TypedStatement> originals = new IdentityHashMap<>();

    private LoopRest(TypedFunction function, TypedStatement.Block body, TypedStatement.Loop loop) {
        this.loop = loop;
        this.path = path(body, loop).orElseThrow(() -> new IllegalArgumentException("no such loop"));
        visible.addAll(function.parameters());
        for (int i = 0; i + 1 < path.size(); i++) {
            see(path.get(i), path.get(i + 1));
        }
    }

    /** @param body of the function, as it has been written */
    static LoopRest of(TypedFunction function, TypedStatement.Block body, TypedStatement.Loop loop) {
        return new LoopRest(function, body, loop);
    }

    /**
     * Whether the loop is in another one and this in the body of a try: there the rest of a turn would use variables of the function, and
     * the turns that follow others in their place, while the body is a function that has each variable once.
     */
    boolean isInLoopInTry() {
        boolean isInTry = false;
        for (int i = 0; i + 1 < path.size(); i++) {
            if (isInTry && path.get(i) instanceof TypedStatement.Loop) {
                return true;
            }
            isInTry |= path.get(i) instanceof TypedStatement.TryCatch s && s.body() == path.get(i + 1);
        }
        return false;
    }

    /** The locals that may have a value at the test, in order of declaration, and are used from there on. */
    List<Local> locals() {
        Set<Local> used = used(statements(List.of()));
        return visible.stream().filter(used::contains).toList();
    }

    /** The original of each statement of which {@link #statements} has made copies. */
    Map<TypedStatement, TypedStatement> originals() {
        return originals;
    }

    /** @param recall what comes before the loop's test: at the end of its turns, and where a loop around it begins it anew */
    TypedStatement.Block statements(List<TypedStatement> recall) {
        return new Writer(recall).block();
    }

    /** Locals that the statements mention without declaring them around. */
    static Set<Local> used(TypedStatement statements) {
        Set<Local> used = new LinkedHashSet<>();
        TreeWalk.expressions(statements, e -> {
            switch (e) {
                case TypedExpression.Read r when r.variable() instanceof Local local -> used.add(local);
                case TypedExpression.Write w when w.variable() instanceof Local local -> used.add(local);
                case TypedExpression.MakeClosure m -> m.captured().forEach(v -> {
                    if (v instanceof Local local) {
                        used.add(local);
                    }
                });
                default -> {}
            }
        });
        TreeWalk.statements(statements, s -> {
            if (s instanceof TypedStatement.RenewCell renew) {
                used.add(renew.local());
            }
        });
        return used;
    }

    private static Optional<List<TypedStatement>> path(TypedStatement from, TypedStatement to) {
        if (from == to) {
            return Optional.of(new ArrayList<>(List.of(from)));
        }
        for (TypedStatement inner : TreeWalk.statementsOf(from)) {
            Optional<List<TypedStatement>> found = path(inner, to);
            if (found.isPresent()) {
                found.get().addFirst(from);
                return found;
            }
        }
        return Optional.empty();
    }

    private void see(TypedStatement around, TypedStatement inner) {
        switch (around) {
            case TypedStatement.Block s -> before(s.statements(), inner).forEach(this::see);
            case TypedStatement.Switch s ->
                before(s.cases().stream().flatMap(c -> c.body().stream()).toList(), inner).forEach(this::see);
            case TypedStatement.TryCatch s when s.handler() == inner -> visible.add(s.error());
            default -> {}
        }
    }

    private void see(TypedStatement statement) {
        if (statement instanceof TypedStatement.Declare d) {
            visible.add(d.local());
        }
    }

    private static List<TypedStatement> before(List<TypedStatement> statements, TypedStatement one) {
        return statements.subList(0, indexOf(statements, one));
    }

    private static List<TypedStatement> behind(List<TypedStatement> statements, TypedStatement one) {
        return statements.subList(indexOf(statements, one) + 1, statements.size());
    }

    private static int indexOf(List<TypedStatement> statements, TypedStatement one) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) == one) {
                return i;
            }
        }
        throw new IllegalArgumentException("not among the statements");
    }

    /** Writes the statements; its own jumps are those that leave what is gone through once. */
    private final class Writer extends StatementCopy {
        private final List<TypedStatement> recall;

        Writer(List<TypedStatement> recall) {
            super(null, originals);
            this.recall = recall;
        }

        TypedStatement.Block block() {
            TypedStatement rest = rest(0);
            return rest instanceof TypedStatement.Block b ? b : new TypedStatement.Block(rest.span(), List.of(rest));
        }

        private TypedStatement rest(int at) {
            TypedStatement statement = path.get(at);
            if (statement == loop) {
                return entered();
            }
            TypedStatement inner = path.get(at + 1);
            return switch (statement) {
                case TypedStatement.Block s -> followed(s, rest(at + 1), behind(s.statements(), inner));
                case TypedStatement.Labeled s ->
                    new TypedStatement.Labeled(s.span(), label(s.target()), rest(at + 1));
                case TypedStatement.Switch s -> {
                    Target end = label(s.target());
                    List<TypedStatement> all =
                            s.cases().stream().flatMap(c -> c.body().stream()).toList();
                    yield new TypedStatement.Labeled(s.span(), end, followed(s, rest(at + 1), behind(all, inner)));
                }
                case TypedStatement.Loop s -> restOfTurns(s, at);
                case TypedStatement.TryCatch s when s.body() == inner ->
                    new TypedStatement.TryCatch(s.span(), rest(at + 1), s.error(), map(s.handler()));
                default -> rest(at + 1);
            };
        }

        private TypedStatement followed(TypedStatement place, TypedStatement first, List<TypedStatement> then) {
            List<TypedStatement> all = new ArrayList<>();
            all.add(first);
            all.addAll(map(then));
            return new TypedStatement.Block(place.span(), all);
        }

        private TypedStatement entered() {
            return turning(this, loop, recall);
        }

        /** The rest of this turn, and all others. */
        private TypedStatement restOfTurns(TypedStatement.Loop s, int at) {
            Target left = label(s.target());
            List<TypedStatement> all = new ArrayList<>();
            all.add(new TypedStatement.Labeled(s.span(), turn(s.target()), rest(at + 1)));
            all.addAll(map(s.update()));
            all.add(turning(new Whole(this), s, List.of()));
            return new TypedStatement.Labeled(s.span(), left, new TypedStatement.Block(s.span(), all));
        }

        /** The loop from its test on. */
        private TypedStatement turning(StatementCopy copy, TypedStatement.Loop s, List<TypedStatement> last) {
            Target target = copy.label(s.target());
            TypedStatement body = copy.map(s.body());
            List<TypedStatement> update = new ArrayList<>(copy.map(s.update()));
            update.addAll(last);
            TypedStatement result = new TypedStatement.Loop(s.span(), target, s.condition(), true, body, update);
            originals.put(result, s);
            return result;
        }

        /** Copies loops around the loop. */
        private final class Whole extends StatementCopy {
            Whole(StatementCopy around) {
                super(around, originals);
            }

            @Override
            TypedStatement loop(TypedStatement.Loop s) {
                TypedStatement copy = super.loop(s);
                if (s != loop || recall.isEmpty() || !s.testFirst()) {
                    return copy;
                }
                originals.put(copy, s);
                List<TypedStatement> both = new ArrayList<>(recall);
                both.add(copy);
                return new TypedStatement.Block(s.span(), both);
            }
        }
    }
}
