package org.bluescript.backend.specialize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.PrimitiveType;

/**
 * The places where the specialised version of a function may be left, and its continuation entered: before a statement, after
 * one, or before the test of a loop. Knows at each which locals the rest of the function needs.
 */
final class Exits {
    private final TypedFunction function;
    private final FunctionId continuation;
    private final TypedStatement.Block body;
    /** What the continuation takes, in order of declaration, parameters first. */
    private final List<Local> locals = new ArrayList<>();
    /** The positions of statements, and of the last one that reads a local. */
    private final Map<TypedStatement, Integer> positions = new IdentityHashMap<>();

    private final Map<Local, Integer> lastRead = new IdentityHashMap<>();
    /** The numbers of the entries before statements (of a loop: before its test), and after them. */
    private final Map<TypedStatement, Integer> before = new IdentityHashMap<>();

    private final Map<TypedStatement, Integer> after = new IdentityHashMap<>();
    private final Set<Local> carried = new HashSet<>();
    private final Deque<Local> visible = new ArrayDeque<>();
    /** The position of the outermost loop around each statement, or its own. */
    private final Map<TypedStatement, Integer> reachable = new IdentityHashMap<>();

    private final Map<TypedStatement.Loop, Entered> entered;
    private Map<TypedStatement, TypedStatement> originals = Map.of();
    private TypedStatement current;
    private int loop;
    private int count;

    /**
     * A loop at whose test the host enters the function.
     *
     * @param number by which the continuation knows that the host is to get it back
     * @param recall what gives it back at its test
     * @param state what it needs there
     */
    record Entered(int number, TypedStatement.Recall recall, List<Local> state) {}

    /**
     * @param body the function's, written by {@link Linearizer}
     * @param entered loops of the body that the host enters
     * @param mayBeCarried whether an exit may have to pass a local that is no parameter
     */
    Exits(
            TypedFunction function,
            FunctionId continuation,
            TypedStatement.Block body,
            Map<TypedStatement.Loop, Entered> entered,
            Predicate<Local> mayBeCarried) {
        this.function = function;
        this.continuation = continuation;
        this.body = body;
        this.entered = entered;
        locals.addAll(function.parameters());
        visible.addAll(function.parameters());
        TreeWalk.statements(body, s -> {
            int position = positions.size();
            positions.putIfAbsent(s, position);
            if (s instanceof TypedStatement.Declare d && mayBeCarried.test(d.local())) {
                locals.add(d.local());
            }
            TreeWalk.expressionsOf(s).forEach(e -> TreeWalk.expressions(e, x -> noteReads(x, position)));
        });
        noteReachable(body, -1);
        entered.forEach((l, e) -> e.state().forEach(local -> lastRead.merge(local, positions.get(l), Math::max)));
    }

    private void noteReachable(TypedStatement statement, int outermost) {
        int own = outermost >= 0 ? outermost : positions.get(statement);
        reachable.put(statement, own);
        int inside = statement instanceof TypedStatement.Loop ? own : outermost;
        TreeWalk.statementsOf(statement).forEach(s -> noteReachable(s, inside));
    }

    private void noteReads(TypedExpression expression, int position) {
        switch (expression) {
            case TypedExpression.Read r when r.variable() instanceof Local local -> lastRead.merge(local, position, Math::max);
            case TypedExpression.MakeClosure m -> {
                for (Variable variable : m.captured()) {
                    if (variable instanceof Local local) {
                        lastRead.merge(local, position, Math::max);
                    }
                }
            }
            default -> {}
        }
    }

    // ---- while the specialised version is written, in the order of the body's statements

    /**
     * A version is begun.
     *
     * @param entered the number of the loop at which the host enters it, or 0
     * @param copies the statements of the body that those which will be written are copies of; of others, themselves
     */
    void begin(int entered, List<Local> parameters, Map<TypedStatement, TypedStatement> copies) {
        loop = entered;
        originals = copies;
        visible.clear();
        visible.addAll(parameters);
    }

    /** The statement that is being written. */
    void at(TypedStatement statement) {
        current = originals.getOrDefault(statement, statement);
    }

    void declare(Local local) {
        visible.add(local);
    }

    /** Locals that are declared from here on are forgotten by {@link #endScope}. */
    int beginScope() {
        return visible.size();
    }

    void endScope(int begun) {
        while (visible.size() > begun) {
            visible.removeLast();
        }
    }

    /** What a local holds, as the continuation knows it. */
    interface State {
        TypedExpression of(Local local);
    }

    /** The call by which the continuation does the current statement from its beginning. */
    TypedExpression before(Span span, State state) {
        return call(span, before, visible, state);
    }

    /** The same after the current statement, which declares a local with a value. */
    TypedExpression after(Span span, Local declared, TypedExpression value, State state) {
        List<Local> all = new ArrayList<>(visible);
        all.add(declared);
        return call(span, after, all, l -> l == declared ? value : state.of(l));
    }

    private TypedExpression call(Span span, Map<TypedStatement, Integer> entries, Iterable<Local> visibleNow, State state) {
        int from = reachable.get(current);
        Map<Local, TypedExpression> values = new IdentityHashMap<>();
        for (Local local : visibleNow) {
            if (lastRead.getOrDefault(local, -1) >= from) {
                carried.add(local);
                values.put(local, state.of(local));
            }
        }
        int number = entries.computeIfAbsent(current, s -> ++count);
        return continuing(span, number, loop, values);
    }

    private TypedExpression continuing(Span span, int number, int loop, Map<Local, TypedExpression> values) {
        List<TypedExpression> arguments = new ArrayList<>();
        arguments.add(new TypedExpression.IntegerConstant(span, number, PrimitiveType.INTEGER));
        if (!entered.isEmpty()) {
            arguments.add(new TypedExpression.IntegerConstant(span, loop, PrimitiveType.INTEGER));
        }
        for (Local local : locals) {
            TypedExpression value = values.get(local);
            arguments.add(value != null ? value : Linearizer.zero(span, local.type()));
        }
        return new TypedExpression.Call(span, continuation, arguments, function.result());
    }

    // ---- afterwards

    boolean areUsed() {
        return count > 0;
    }

    /** The locals that some exit has passed. */
    Set<Local> carried() {
        return carried;
    }

    /** The call that begins the continuation at its beginning. */
    TypedExpression beginning(List<TypedExpression> arguments) {
        Map<Local, TypedExpression> values = new IdentityHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.put(locals.get(i), arguments.get(i));
        }
        return continuing(function.span(), 0, 0, values);
    }

    /** The call by which the continuation goes on at the test of a loop that the host enters. */
    TypedExpression entering(TypedStatement.Loop at, List<TypedExpression> state) {
        Map<Local, TypedExpression> values = new IdentityHashMap<>();
        for (int i = 0; i < state.size(); i++) {
            Local local = entered.get(at).state().get(i);
            carried.add(local);
            values.put(local, state.get(i));
        }
        int number = before.computeIfAbsent(at, s -> ++count);
        return continuing(at.span(), number, entered.get(at).number(), values);
    }

    /** The continuation itself. */
    TypedFunction continuation() {
        List<Local> parameters = new ArrayList<>();
        parameters.add(new Local("entry", PrimitiveType.INTEGER));
        Local recalled = new Local("loop", PrimitiveType.INTEGER);
        if (!entered.isEmpty()) {
            parameters.add(recalled);
        }
        parameters.addAll(locals);
        TypedStatement rest = new Continuation(recalled).map(body);
        return new TypedFunction(
                continuation,
                function.displayName(),
                Candidate.kind(function),
                parameters,
                function.captures(),
                function.result(),
                (TypedStatement.Block) rest,
                false,
                function.span());
    }

    /** The body with labels; locals that are parameters are assigned where they were declared. */
    private final class Continuation extends StatementMap {
        private final Local recalled;

        /** @param recalled the number of the loop that the host is to get back, or 0 */
        Continuation(Local recalled) {
            this.recalled = recalled;
        }

        @Override
        List<TypedStatement> map(List<TypedStatement> statements) {
            List<TypedStatement> result = new ArrayList<>();
            for (TypedStatement s : statements) {
                if (before.containsKey(s) && !(s instanceof TypedStatement.Loop l && !l.testFirst())) {
                    result.add(resume(s, before));
                }
                result.add(map(s));
                if (after.containsKey(s)) {
                    result.add(resume(s, after));
                }
            }
            return result;
        }

        @Override
        TypedStatement map(TypedStatement statement) {
            return statement instanceof TypedStatement.Declare d && locals.contains(d.local())
                    ? new TypedStatement.Evaluate(
                            d.span(), new TypedExpression.Write(d.span(), d.local(), d.value()))
                    : super.map(statement);
        }

        /** A loop with its test at the end, which may leave the specialised version, has a label before the test. */
        @Override
        TypedStatement loop(TypedStatement.Loop s) {
            List<TypedStatement> update = new ArrayList<>(map(s.update()));
            if (entered.containsKey(s)) {
                update.add(recall(s, entered.get(s)));
            }
            if (!before.containsKey(s) || s.testFirst()) {
                return new TypedStatement.Loop(s.span(), s.target(), s.condition(), s.testFirst(), map(s.body()), update);
            }
            List<TypedStatement> test = new ArrayList<>(update);
            test.add(resume(s, before));
            s.condition().ifPresent(c -> test.add(Linearizer.leaveUnless(c, s.target())));
            return Linearizer.withTestInside(s, test, map(s.body()), List.of(), (loop, copy) -> {});
        }

        private TypedStatement recall(TypedStatement.Loop s, Entered at) {
            TypedExpression isRecalled = new TypedExpression.Compare(
                    s.span(),
                    ComparisonOperator.EQUAL,
                    TypedExpression.Compare.Domain.INTEGER,
                    new TypedExpression.Read(s.span(), recalled, PrimitiveType.INTEGER),
                    new TypedExpression.IntegerConstant(s.span(), at.number(), PrimitiveType.INTEGER));
            return new TypedStatement.If(s.span(), isRecalled, at.recall(), Optional.empty());
        }

        private TypedStatement resume(TypedStatement at, Map<TypedStatement, Integer> entries) {
            return new TypedStatement.Resume(at.span(), entries.get(at));
        }
    }
}
