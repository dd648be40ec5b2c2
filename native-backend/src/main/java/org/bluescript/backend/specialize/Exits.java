package org.bluescript.backend.specialize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.language.source.Span;
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
    private final Deque<TypedStatement.Loop> loops = new ArrayDeque<>();
    private TypedStatement current;
    private int count;

    /**
     * @param body the function's, written by {@link Linearizer}
     * @param mayBeCarried whether an exit may have to pass a local that is no parameter
     */
    Exits(TypedFunction function, FunctionId continuation, TypedStatement.Block body, Predicate<Local> mayBeCarried) {
        this.function = function;
        this.continuation = continuation;
        this.body = body;
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

    /** The statement that is being written. */
    void at(TypedStatement statement) {
        current = statement;
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

    void beginLoop(TypedStatement.Loop loop) {
        loops.push(loop);
    }

    void endLoop() {
        loops.pop();
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
        int from = loops.isEmpty() ? positions.get(current) : positions.get(loops.peekLast());
        Map<Local, TypedExpression> values = new IdentityHashMap<>();
        for (Local local : visibleNow) {
            if (lastRead.getOrDefault(local, -1) >= from) {
                carried.add(local);
                values.put(local, state.of(local));
            }
        }
        int number = entries.computeIfAbsent(current, s -> ++count);
        List<TypedExpression> arguments = new ArrayList<>();
        arguments.add(new TypedExpression.IntegerConstant(span, number, PrimitiveType.INTEGER));
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
        List<TypedExpression> all = new ArrayList<>();
        all.add(new TypedExpression.IntegerConstant(function.span(), 0, PrimitiveType.INTEGER));
        for (int i = 0; i < locals.size(); i++) {
            all.add(i < arguments.size() ? arguments.get(i) : Linearizer.zero(function.span(), locals.get(i).type()));
        }
        return new TypedExpression.Call(function.span(), continuation, all, function.result());
    }

    /** The continuation itself. */
    TypedFunction continuation() {
        List<Local> parameters = new ArrayList<>();
        parameters.add(new Local("entry", PrimitiveType.INTEGER));
        parameters.addAll(locals);
        TypedStatement rest = new Continuation().map(body);
        return new TypedFunction(
                continuation,
                function.displayName(),
                TypedFunction.Kind.FUNCTION,
                parameters,
                List.of(),
                function.result(),
                (TypedStatement.Block) rest,
                false,
                function.span());
    }

    /** The body with labels; locals that are parameters are assigned where they were declared. */
    private final class Continuation extends StatementMap {
        @Override
        List<TypedStatement> map(List<TypedStatement> statements) {
            List<TypedStatement> result = new ArrayList<>();
            for (TypedStatement s : statements) {
                if (before.containsKey(s) && !(s instanceof TypedStatement.Loop)) {
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

        /** A loop whose test may leave the specialised version has a label before the test. */
        @Override
        TypedStatement loop(TypedStatement.Loop s) {
            if (!before.containsKey(s)) {
                return super.loop(s);
            }
            List<TypedStatement> test = List.of(
                    resume(s, before),
                    Linearizer.leaveUnless(s.condition().orElseThrow(), s.target()));
            return Linearizer.withTestInside(s, test, map(s.body()), map(s.update()));
        }

        private TypedStatement resume(TypedStatement at, Map<TypedStatement, Integer> entries) {
            return new TypedStatement.Resume(at.span(), entries.get(at));
        }
    }
}
