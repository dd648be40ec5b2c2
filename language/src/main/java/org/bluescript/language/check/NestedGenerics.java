package org.bluescript.language.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Name;
import org.bluescript.language.source.Span;

/**
 * The generic functions that are declared in blocks. They are checked with the function around them, and their mistakes are that
 * function's. One that captures variables is made anew for each call, as a closure, because it is no value of which there could be
 * one; what it captures is known from an earlier round, and is captured in the order in which it is declared.
 */
final class NestedGenerics {
    private final Round round;

    NestedGenerics(Round round) {
        this.round = round;
    }

    /** Whether the function is what such a function is for certain types. */
    static boolean isInstance(FunctionSymbol function) {
        return function.surroundings().isPresent() && function.instanceOf().isPresent();
    }

    /** The variables that such a function captures; none of any other. */
    static List<VariableSymbol> capturedBy(Round round, FunctionSymbol function) {
        if (!isInstance(function)) {
            return List.of();
        }
        Scope around = function.surroundings().orElseThrow().scope();
        return round.knowledge().capturedBy(function.declaration()).stream()
                .sorted(Comparator.comparingInt(n -> n.span().start()))
                .map((Name n) -> around.find(n.text()))
                .flatMap(Optional::stream)
                .filter(VariableSymbol.class::isInstance)
                .map(VariableSymbol.class::cast)
                .toList();
    }

    /** Whether all that the function captures has been declared where it is called; else says what has not. */
    static boolean isUsable(FunctionBody body, FunctionSymbol function, Span call) {
        for (VariableSymbol variable : capturedBy(body.round(), function)) {
            if (variable.owner() == body && !variable.isDeclared() && !variable.isFunction()) {
                body.round().error(
                        call,
                        "\"" + function.name() + "\" uses \"" + variable.name() + "\", which is declared further down",
                        "call it after that declaration");
                return false;
            }
            if (!body.expressions().variables().isUsable(call, variable)) {
                return false;
            }
        }
        return true;
    }

    /** Checks the texts, and what they are for the types that they are called with, until no call needs more. */
    void check(List<FunctionSymbol> patterns) {
        patterns.forEach(this::checkText);
        Optional<FunctionSymbol> next = waiting(patterns);
        while (next.isPresent()) {
            check(next.get());
            next = waiting(patterns);
        }
    }

    private Optional<FunctionSymbol> waiting(List<FunctionSymbol> patterns) {
        return patterns.stream()
                .flatMap(p -> round.instances().madeOf(p).stream())
                .filter(f -> f.state() == FunctionSymbol.State.WAITING && !round.instances().isOpen(f.typeArguments()))
                .findFirst();
    }

    private void checkText(FunctionSymbol pattern) {
        Generic generic = pattern.generic().orElseThrow();
        if (!generic.isBoundedByItself()) {
            round.instances()
                    .function(pattern, generic.representatives(), pattern.declaration().span())
                    .ifPresent(this::check);
        }
    }

    /** Checks an instance, unless that has been done. What is wrong with the text has been said of that. */
    void check(FunctionSymbol instance) {
        if (instance.state() != FunctionSymbol.State.WAITING) {
            return;
        }
        Runnable check = () -> new FunctionChecker(round).checkNow(instance);
        Generic generic = instance.instanceOf().orElseThrow();
        boolean isText = instance.ownArguments().equals(generic.representatives());
        boolean isOpen = round.instances().isOpen(instance.typeArguments());
        if (isText && isOpen) {
            round.forMistakesHere(check).ifPresent(m -> generic.noteBroken());
        } else if (isOpen) {
            round.onTrial(check);
        } else if (isText) {
            check.run();
        } else {
            patternOf(instance).ifPresent(this::checkText);
            round.forFunctionsHere(check)
                    .filter(m -> !generic.isBroken())
                    .ifPresent(m -> round.instances().reportFailure(instance, m));
        }
    }

    private static Optional<FunctionSymbol> patternOf(FunctionSymbol instance) {
        return instance.surroundings()
                .flatMap(s -> s.scope().findHere(instance.name()))
                .filter(FunctionSymbol.class::isInstance)
                .map(FunctionSymbol.class::cast)
                .filter(f -> f.generic().equals(instance.instanceOf()));
    }
}
