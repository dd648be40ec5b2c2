package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bluescript.language.layout.Exchange;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;

/**
 * A loop of the source that the host may want to enter.
 *
 * @param state what the rest of the function needs at the loop's test: first the locals that the host has, then variables of the module
 * @param variables the variables of the module among them
 */
record SourceLoop(
        LoopId id,
        SourceFunction source,
        TypedStatement.Loop loop,
        LoopRest rest,
        List<Local> state,
        Map<Local, Global> variables) {
    /** The loops of a function, in its order. */
    static List<SourceLoop> of(SourceFunction source) {
        List<TypedStatement.Loop> loops = new ArrayList<>();
        TreeWalk.statements(source.function().body(), s -> {
            if (s instanceof TypedStatement.Loop loop) {
                loops.add(loop);
            }
        });
        return loops.stream().map(loop -> of(source, loop)).toList();
    }

    private static SourceLoop of(SourceFunction source, TypedStatement.Loop loop) {
        TypedFunction function = source.function();
        LoopRest rest = LoopRest.of(function, function.body(), loop);
        Map<Local, Global> all = new HashMap<>();
        source.variables().forEach((global, local) -> all.put(local, global));
        List<Local> used = rest.locals();
        List<Local> state = new ArrayList<>(used.stream().filter(l -> !all.containsKey(l)).toList());
        Map<Local, Global> variables = new HashMap<>();
        used.stream().filter(all::containsKey).forEach(l -> {
            state.add(l);
            variables.put(l, all.get(l));
        });
        return new SourceLoop(new LoopId(function.id(), source.loops().get(loop)), source, loop, rest, state, variables);
    }

    TypedFunction function() {
        return source.function();
    }

    /** The locals that the host has. */
    List<Local> locals() {
        return state.stream().filter(l -> !variables.containsKey(l)).toList();
    }

    /** Why the host cannot enter it; empty if it can. */
    Optional<String> closed() {
        if (function().deviceBound()) {
            return Optional.of("only the device runs its function");
        }
        if (rest.isInLoopInTry()) {
            return Optional.of("it is in a loop in the body of a try statement");
        }
        List<Local> shared = state.stream().filter(Local::shared).toList();
        if (!shared.isEmpty()) {
            return Optional.of("closures share its variables: "
                    + shared.stream().map(Local::name).distinct().collect(Collectors.joining(", ")));
        }
        int words = locals().size() + (isClosure() ? 1 : 0);
        return words > Exchange.MOST_WORDS
                ? Optional.of("it needs " + words + " variables, more than " + Exchange.MOST_WORDS)
                : Optional.empty();
    }

    private boolean isClosure() {
        return function().kind() == TypedFunction.Kind.CLOSURE;
    }

    /** What gives the loop back to the host at its test. */
    TypedStatement.Recall recall() {
        Span span = loop.span();
        List<TypedExpression> stores = state.stream()
                .filter(variables::containsKey)
                .<TypedExpression>map(l -> new TypedExpression.Write(span, variables.get(l), read(l)))
                .toList();
        return new TypedStatement.Recall(span, stores, locals().stream().map(this::read).toList());
    }

    private TypedExpression read(Local local) {
        return new TypedExpression.Read(loop.span(), local, local.type());
    }

    /** What a variable of the state has when the host enters the loop. */
    TypedExpression value(Local local) {
        Global variable = variables.get(local);
        return variable == null ? read(local) : new TypedExpression.Read(loop.span(), variable, variable.type());
    }

    /** The function by which the host enters the loop. */
    TypedFunction entry(TypedStatement.Block body) {
        return new TypedFunction(
                function().id().loopEntry(id.number()),
                function().displayName(),
                isClosure() ? TypedFunction.Kind.CLOSURE : TypedFunction.Kind.FUNCTION,
                locals(),
                function().captures(),
                function().result(),
                body,
                false,
                function().span());
    }

    /** The same, in which nothing is specialised. */
    TypedFunction genericEntry() {
        List<TypedStatement> all = new ArrayList<>();
        state.stream().filter(variables::containsKey).forEach(l ->
                all.add(new TypedStatement.Declare(loop.span(), l, value(l))));
        all.addAll(rest.statements(List.of(recall())).statements());
        return entry(new TypedStatement.Block(loop.span(), all));
    }
}
