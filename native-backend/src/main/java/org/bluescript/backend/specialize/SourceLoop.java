package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bluescript.language.layout.Exchange;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/**
 * A loop of the source that the host may want to enter.
 *
 * @param locals whose values the rest of the function needs at the loop's test
 */
record SourceLoop(LoopId id, TypedFunction function, TypedStatement.Loop loop, LoopRest rest, List<Local> locals) {
    /** The loops of a function, in its order. */
    static List<SourceLoop> of(TypedProgram program, TypedFunction function) {
        List<TypedStatement.Loop> loops = new ArrayList<>();
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.Loop loop) {
                loops.add(loop);
            }
        });
        if (loops.isEmpty()) {
            return List.of();
        }
        Sites sites = Sites.of(program, function);
        return loops.stream()
                .map(loop -> {
                    LoopRest rest = LoopRest.of(function, function.body(), loop);
                    LoopId id = new LoopId(function.id(), sites.number(loop));
                    return new SourceLoop(id, function, loop, rest, rest.locals());
                })
                .toList();
    }

    /** Why the host cannot enter it; empty if it can. */
    Optional<String> closed() {
        if (function.deviceBound()) {
            return Optional.of("only the device runs its function");
        }
        if (rest.isInTry()) {
            return Optional.of("it is in the body of a try statement");
        }
        List<Local> shared = locals.stream().filter(Local::shared).toList();
        if (!shared.isEmpty()) {
            return Optional.of("closures share its variables: "
                    + shared.stream().map(Local::name).distinct().collect(Collectors.joining(", ")));
        }
        int words = locals.size() + (isClosure() ? 1 : 0);
        return words > Exchange.MOST_WORDS
                ? Optional.of("it needs " + words + " variables, more than " + Exchange.MOST_WORDS)
                : Optional.empty();
    }

    boolean isClosure() {
        return function.kind() == TypedFunction.Kind.CLOSURE;
    }

    /** What gives the loop back to the host at its test. */
    TypedStatement recall() {
        return new TypedStatement.Recall(
                loop.span(),
                locals.stream()
                        .<TypedExpression>map(l -> new TypedExpression.Read(loop.span(), l, l.type()))
                        .toList());
    }

    /** The function by which the host enters the loop. */
    TypedFunction entry(TypedStatement.Block body) {
        return new TypedFunction(
                function.id().loopEntry(id.number()),
                function.displayName(),
                isClosure() ? TypedFunction.Kind.CLOSURE : TypedFunction.Kind.FUNCTION,
                locals,
                function.captures(),
                function.result(),
                body,
                false,
                function.span());
    }

    /** The same, in which nothing is specialised. */
    TypedFunction genericEntry() {
        return entry(rest.statements(List.of(recall())));
    }
}
