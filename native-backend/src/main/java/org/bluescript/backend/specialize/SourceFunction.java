package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.bluescript.language.profile.Arms;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Rebuild;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/**
 * A function of the source, with the numbers of what can be observed in it. Of a module's top level that the host enters in the middle,
 * variables that nothing else uses are locals: declared before everything, and in memory only when the host has control.
 *
 * @param function as it will be written
 * @param values the numbers of expressions that are observed
 * @param loops the numbers of loops
 * @param variables what stands for variables of the module
 */
record SourceFunction(
        TypedFunction function,
        Map<TypedExpression, Integer> values,
        Map<TypedStatement.Loop, Integer> loops,
        Map<Global, Local> variables) {
    /** Of branches that were come to less often, nothing is expected. */
    private static final int LEAST_COUNTED = 32;

    /** One in so many is seldom. */
    private static final int SELDOM = 16;

    /** The function as it is. */
    static SourceFunction of(TypedProgram program, TypedFunction function) {
        Map<TypedExpression, Integer> values = new IdentityHashMap<>();
        Map<TypedStatement.Loop, Integer> loops = new IdentityHashMap<>();
        Sites sites = Sites.of(program, function);
        TreeWalk.expressions(function.body(), e -> sites.number(e).ifPresent(n -> values.put(e, n)));
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.Loop loop) {
                loops.put(loop, sites.number(loop));
            }
        });
        return new SourceFunction(function, values, loops, Map.of());
    }

    /** The same with locals in place of globals, which must be private to it. */
    SourceFunction keeping(Set<Global> globals) {
        Map<Global, Local> locals = new LinkedHashMap<>();
        TreeWalk.expressions(function.body(), e -> {
            switch (e) {
                case TypedExpression.Read r when r.variable() instanceof Global g && globals.contains(g) ->
                    locals.computeIfAbsent(g, SourceFunction::local);
                case TypedExpression.Write w when w.variable() instanceof Global g && globals.contains(g) ->
                    locals.computeIfAbsent(g, SourceFunction::local);
                default -> {}
            }
        });
        if (locals.isEmpty()) {
            return this;
        }
        Keeping keeping = new Keeping(locals);
        List<TypedStatement> body = new ArrayList<>();
        locals.values().forEach(l -> body.add(new TypedStatement.Declare(
                function.span(), l, Linearizer.zero(function.span(), l.type()))));
        function.body().statements().forEach(s -> body.add(keeping.map(s)));
        TypedFunction kept = function.with(new TypedStatement.Block(function.body().span(), body));
        return new SourceFunction(kept, keeping.values, keeping.loops, Collections.unmodifiableMap(locals));
    }

    /** The same with a word about the conditions that were nearly always true, or false; not those of loops. */
    SourceFunction expecting(TypedProgram program, FunctionProfile profile) {
        if (profile.branches().values().stream().allMatch(arms -> usual(arms).isEmpty())) {
            return this;
        }
        Expecting expecting = new Expecting(Sites.of(program, function), profile);
        return new SourceFunction(
                function.with((TypedStatement.Block) expecting.map(function.body())), expecting.values, expecting.loops, variables);
    }

    /** What the condition of a branch nearly always was. */
    private static Optional<Boolean> usual(Arms arms) {
        long total = arms.total();
        if (arms.taken().size() != 2 || total < LEAST_COUNTED) {
            return Optional.empty();
        }
        long seldom = total / SELDOM;
        return arms.whenTrue() <= seldom
                ? Optional.of(false)
                : total - arms.whenTrue() <= seldom ? Optional.of(true) : Optional.empty();
    }

    private static Local local(Global global) {
        return new Local(global.name(), global.type());
    }

    /** Writes the function anew, and gives the numbers to what has taken the place of what had them. */
    private abstract class Rewriting extends StatementMap {
        final Map<TypedExpression, Integer> values = new IdentityHashMap<>();
        final Map<TypedStatement.Loop, Integer> loops = new IdentityHashMap<>();

        /** @param rebuilt the expression with its operands written anew */
        abstract TypedExpression written(TypedExpression expression, TypedExpression rebuilt);

        @Override
        TypedStatement loop(TypedStatement.Loop s) {
            TypedStatement.Loop copy = (TypedStatement.Loop) super.loop(s);
            loops.put(copy, SourceFunction.this.loops.get(s));
            return copy;
        }

        @Override
        TypedExpression map(TypedExpression expression) {
            TypedExpression result = written(
                    expression,
                    Rebuild.with(expression, TreeWalk.operands(expression).stream().map(this::map).toList()));
            Integer number = SourceFunction.this.values.get(expression);
            if (number != null) {
                values.put(result, number);
            }
            return result;
        }
    }

    private final class Keeping extends Rewriting {
        final Map<Global, Local> locals;

        Keeping(Map<Global, Local> locals) {
            this.locals = locals;
        }

        @Override
        TypedExpression written(TypedExpression expression, TypedExpression rebuilt) {
            return switch (rebuilt) {
                case TypedExpression.Read e when e.variable() instanceof Global g && locals.containsKey(g) ->
                    new TypedExpression.Read(e.span(), locals.get(g), e.type());
                case TypedExpression.Write e when e.variable() instanceof Global g && locals.containsKey(g) ->
                    new TypedExpression.Write(e.span(), locals.get(g), e.value());
                default -> rebuilt;
            };
        }
    }

    private final class Expecting extends Rewriting {
        private final Sites sites;
        private final FunctionProfile profile;
        /** In the condition of a loop, of which the form tells more than a word about it would. */
        private boolean isInTest;

        Expecting(Sites sites, FunctionProfile profile) {
            this.sites = sites;
            this.profile = profile;
        }

        @Override
        TypedStatement map(TypedStatement statement) {
            TypedStatement mapped = super.map(statement);
            return mapped instanceof TypedStatement.If s
                    ? new TypedStatement.If(s.span(), expected(statement, s.condition()), s.whenTrue(), s.whenFalse())
                    : mapped;
        }

        @Override
        TypedExpression written(TypedExpression expression, TypedExpression rebuilt) {
            return rebuilt instanceof TypedExpression.Conditional e && !isInTest
                    ? new TypedExpression.Conditional(
                            e.span(), expected(expression, e.condition()), e.whenTrue(), e.whenFalse(), e.type())
                    : rebuilt;
        }

        @Override
        Optional<TypedExpression> test(Optional<TypedExpression> condition) {
            isInTest = true;
            Optional<TypedExpression> result = condition.map(this::map);
            isInTest = false;
            return result;
        }

        private TypedExpression expected(Object branch, TypedExpression condition) {
            OptionalInt site = sites.branch(branch);
            Optional<Arms> arms = site.isPresent() ? Optional.ofNullable(profile.branches().get(site.getAsInt())) : Optional.empty();
            return arms.flatMap(SourceFunction::usual)
                    .<TypedExpression>map(usual -> new TypedExpression.Usually(condition.span(), condition, usual))
                    .orElse(condition);
        }
    }
}
