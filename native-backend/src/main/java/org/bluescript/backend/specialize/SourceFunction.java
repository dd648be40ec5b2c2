package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        TypedFunction kept = new TypedFunction(
                function.id(),
                function.displayName(),
                function.kind(),
                function.parameters(),
                function.captures(),
                function.result(),
                new TypedStatement.Block(function.body().span(), body),
                function.deviceBound(),
                function.span());
        return new SourceFunction(kept, keeping.values, keeping.loops, Collections.unmodifiableMap(locals));
    }

    private static Local local(Global global) {
        return new Local(global.name(), global.type());
    }

    private final class Keeping extends StatementMap {
        final Map<Global, Local> locals;
        final Map<TypedExpression, Integer> values = new IdentityHashMap<>();
        final Map<TypedStatement.Loop, Integer> loops = new IdentityHashMap<>();

        Keeping(Map<Global, Local> locals) {
            this.locals = locals;
        }

        @Override
        TypedStatement loop(TypedStatement.Loop s) {
            TypedStatement.Loop copy = (TypedStatement.Loop) super.loop(s);
            loops.put(copy, SourceFunction.this.loops.get(s));
            return copy;
        }

        @Override
        TypedExpression map(TypedExpression expression) {
            TypedExpression rebuilt = Rebuild.with(
                    expression, TreeWalk.operands(expression).stream().map(this::map).toList());
            TypedExpression result = switch (rebuilt) {
                case TypedExpression.Read e when e.variable() instanceof Global g && locals.containsKey(g) ->
                    new TypedExpression.Read(e.span(), locals.get(g), e.type());
                case TypedExpression.Write e when e.variable() instanceof Global g && locals.containsKey(g) ->
                    new TypedExpression.Write(e.span(), locals.get(g), e.value());
                default -> rebuilt;
            };
            Integer number = SourceFunction.this.values.get(expression);
            if (number != null) {
                values.put(result, number);
            }
            return result;
        }
    }
}
